//@ title: a pointer through the integer field of a union
//@ from: RFC 3559; Cerberus PNVI test union_punning_2; derived
// Reading the union at the integer's type strips provenance, as a transmute does. Reading it at the
// pointer's type does not, whatever field was written last.
//@ expect pointer: prints "7\n"
//@ expect integer [flat]: prints "7\n"
//@ expect integer [strict alloc]: ub(no-provenance)
//@ check pointer => integer [flat]: sound
//@ check pointer => integer [strict alloc]: unsound /ub/

#[derive(Clone, Copy)]
union Both {
    p: *mut u8,
    i: usize,
}

fn main() {
    unsafe {
        let mut x = 0u8;
        let from = Both { p: &raw mut x };
        #[cfg(pointer)]
        let to = Both { p: from.p };
        #[cfg(integer)]
        let to = Both { i: from.i };
        *to.p = 7;
        println!("{}", x);
    }
}
