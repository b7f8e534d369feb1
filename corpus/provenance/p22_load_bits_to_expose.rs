//@ title: turning a load of a pointer's bits into a cast
//@ from: catalogue P22
// Reading a pointer's memory at an integer type gives the address and exposes nothing. A cast gives the
// same number and exposes on top: permitted, if not wise.
//@ expect base: prints "true\n"
//@ check base => cast: sound
//@ check base => addr: sound
//@ check addr => base: sound

fn main() {
    unsafe {
        let mut x = 0u8;
        let q = &raw mut x;
        #[cfg(base)]
        let a = *(&raw const q).cast::<usize>();
        #[cfg(cast)]
        let a = q as usize;
        #[cfg(addr)]
        let a = q.addr();
        println!("{}", a == q.addr());
    }
}
