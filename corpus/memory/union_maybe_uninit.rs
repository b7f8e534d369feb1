//@ title: MaybeUninit built by hand
//@ from: std::mem::MaybeUninit (a union with a unit field)
// A union with a field of type () can hold "nothing yet". Reading a field is where validity is checked.
//@ expect ok: prints "7\n"
//@ expect bad: ub(uninit)

#[derive(Clone, Copy)]
union Maybe {
    nothing: (),
    value: u32,
}

fn main() {
    let mut m = Maybe { nothing: () };
    let copy = m;
    #[cfg(ok)]
    {
        m.value = 7;
        println!("{}", unsafe { m.value });
    }
    #[cfg(bad)]
    println!("{}", unsafe { m.value });
    let _ = (copy, &mut m);
}
