//@ title: copying a pointer byte by byte
//@ from: RFC 3559; Cerberus PNVI test pointer_copy_user_dataflow_direct_bytewise (which C wants to allow)
// The loop moves each byte of the pointer on its own. With MaybeUninit<u8> each carries its share of the
// provenance and the whole arrives; with u8 only the address does. C's models differ here on purpose.
//@ expect maybe: prints "7\n"
//@ expect plain [flat]: prints "7\n"
//@ expect plain [strict alloc]: ub(no-provenance)
//@ check maybe => plain [flat]: sound
//@ check maybe => plain [strict alloc]: unsound /ub/
//@ check plain => maybe [flat]: sound
//@ check plain => maybe [strict alloc]: sound vacuous

#[cfg(maybe)]
type Byte = std::mem::MaybeUninit<u8>;
#[cfg(plain)]
type Byte = u8;

fn main() {
    unsafe {
        let mut x = 0u8;
        let q = &raw mut x;
        let mut r = std::ptr::null_mut::<u8>();
        let from = (&raw const q).cast::<Byte>();
        let to = (&raw mut r).cast::<Byte>();
        for i in 0..8 {
            *to.add(i) = *from.add(i);
        }
        *r = 7;
        println!("{}", x);
    }
}
