//@ title: naming a place is not an access
//@ from: Rust Reference, "Behavior considered undefined": accessing a place; place projections
// `let _ = *p` and `&raw const *p` touch no memory, so `p` may dangle. A field of the place is in-bounds
// arithmetic, which it may not, and `let x = *p` reads.
//@ expect place [strict alloc]: prints "fine\n"
//@ expect field [strict alloc]: ub(dangling)
//@ expect read [strict alloc]: ub(dangling)

fn dangling() -> *const (u32, u32) {
    let pair = (1, 2);
    &raw const pair
}

fn main() {
    let p = dangling();
    unsafe {
        #[cfg(place)]
        {
            let _ = *p;
            let _ = &raw const *p;
            match *p {
                _ => println!("fine"),
            }
        }
        #[cfg(field)]
        let _q = (&raw const (*p).0, &raw const (*p).1); //~[strict alloc] ub /dangling/
        #[cfg(read)]
        let _x = *p; //~[strict alloc] ub /dangling/
    }
    let _ = p;
}
