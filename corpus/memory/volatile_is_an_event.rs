//@ title: volatile accesses may not be merged or dropped
//@ from: std::ptr::write_volatile; catalogue part 6 (M08)
// Two writes of the same value are two events. For plain writes one is enough.
//@ check plain => plain_once: sound
//@ check volatile => volatile_once: unsound

static mut DEVICE: u32 = 0;

fn main() {
    unsafe {
        let p = &raw mut DEVICE;
        #[cfg(any(plain, plain_once))]
        {
            *p = 1;
        }
        #[cfg(plain)]
        {
            *p = 1;
        }
        #[cfg(any(volatile, volatile_once))]
        p.write_volatile(1);
        #[cfg(volatile)]
        p.write_volatile(1);
        println!("{}", *p);
    }
}
