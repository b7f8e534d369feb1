//@ title: calling through another signature: `Option` of what is never null
//@ from: std, primitive `fn`, "ABI compatibility" (option-like enums)
// `Option<&T>`, `Option<fn()>` and the like are passed as what they hold. The value still has to be one of
// the type that the function declares: null is not a reference.
//@ expect some: prints "7\n"
//@ expect null: ub(invalid-reference)
//@ expect tuple: ub(bad-call)

use std::mem::transmute;

fn read(r: &u8) -> u8 {
    *r
}

fn main() {
    let seven = 7u8;
    unsafe {
        #[cfg(some)]
        {
            let f: fn(Option<&u8>) -> u8 = transmute(read as fn(&u8) -> u8);
            println!("{}", f(Some(&seven)));
        }
        #[cfg(null)]
        {
            let f: fn(Option<&u8>) -> u8 = transmute(read as fn(&u8) -> u8);
            println!("{}", f(None)); //~[flat strict alloc] ub /null reference/
        }
        #[cfg(tuple)]
        {
            let f: fn((&u8,)) -> u8 = transmute(read as fn(&u8) -> u8);
            println!("{}", f((&seven,))); //~[flat strict alloc] ub /`\(&u8,\)`, but `&u8` is expected/
        }
        let _ = (seven, read as fn(&u8) -> u8);
        let _ = transmute::<u8, i8>;
    }
}
