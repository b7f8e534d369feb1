//@ title: zero-sized types
//@ from: std, "Zero Sized Types"; Rustonomicon, "Exotically sized types"
// They take no memory, yet they can be boxed, stored in arrays, pointed to, read and written, and dropped.
//@ expect: prints "0 1 0 8\ndrop\ndrop\ntrue\n"

struct Z;

impl Drop for Z {
    fn drop(&mut self) {
        println!("drop");
    }
}

#[repr(align(8))]
struct A8;

fn main() {
    println!("{} {} {} {}", size_of::<Z>(), align_of::<Z>(), size_of::<[u64; 0]>(), align_of::<A8>());
    let boxed = Box::new(Z);
    drop(boxed);
    {
        let _z = Z;
    }
    let a = [(); 3];
    let p = (&raw const a).cast::<()>();
    println!("{}", unsafe { p.add(3) } == p);
    let _ = A8;
}
