//@ title: From and Into
//@ from: std, "From"
// An impl of From gives Into; integers convert where nothing is lost.
//@ expect: prints "Feet(6) Feet(5) Feet(1)\n7 1 97\nA Some(3)\n3\n"
//@ expect lossy: unsupported /the trait bound `u8: From<u16>` is not satisfied/

struct Metres(u32);
#[derive(Debug)]
struct Feet(u32);
impl From<Metres> for Feet {
    fn from(m: Metres) -> Feet {
        Feet(m.0 * 3)
    }
}
impl From<u32> for Feet {
    fn from(n: u32) -> Feet {
        Feet(n)
    }
}
fn feet(x: impl Into<Feet>) -> Feet {
    x.into()
}

fn main() {
    println!("{:?} {:?} {:?}", feet(Metres(2)), feet(5), feet(Feet(1)));
    let a: u64 = 7u8.into();
    println!("{} {} {}", a, i32::from(true), u32::from('a'));
    println!("{} {:?}", char::from(65u8), Option::from(3));
    let f: Feet = Metres(1).into();
    println!("{}", f.0);
    #[cfg(lossy)]
    println!("{}", u8::from(300u16));
}
