//@ title: volatile accesses read and write memory
//@ from: std::ptr::read_volatile, write_volatile
// On ordinary memory they do what plain accesses do, and each of them must happen.
//@ expect: prints "5 6\n"

fn main() {
    unsafe {
        let mut x = 5u32;
        let p = &raw mut x;
        let before = p.read_volatile();
        p.write_volatile(6);
        println!("{} {}", before, std::ptr::read_volatile(p));
    }
}
