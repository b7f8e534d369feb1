//@ title: reading nothing needs no provenance
//@ from: Rust Reference, "Behavior considered undefined"; std::ptr, "Safety" (zero-sized accesses since 1.80s)
// A zero-sized access is fine through any pointer that is not null (today also through null for raw
// accesses), dangling and without provenance as it may be.
//@ expect: prints "ok\n"

fn main() {
    unsafe {
        let p = std::ptr::without_provenance::<()>(0x4000);
        let () = *p;
        let q = std::ptr::dangling::<[u64; 0]>();
        let _empty: [u64; 0] = q.read();
        println!("ok");
    }
}
