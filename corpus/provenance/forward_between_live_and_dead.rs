//@ title: forwarding over a write to a freed neighbour's address
//@ from: derived from catalogue P40, P15
// The dead allocation was exposed and so is the live one at the same place: the integer may be used for
// the live one, and the forwarding is wrong. If the live one never was exposed it is right.
//@ expect exposed [flat alloc]: prints "" | prints "1\n"
//@ check exposed => exposed_fwd [flat alloc]: unsound /prints "5/
//@ check hidden => hidden_fwd [flat]: unsound /prints "5/
//@ check hidden => hidden_fwd [alloc]: sound
//@ check hidden => hidden_fwd [strict]: sound
//@ check exposed => exposed_fwd [strict]: sound

use std::alloc::{alloc, dealloc, Layout};

fn main() {
    unsafe {
        let layout = Layout::new::<u8>();
        let p = alloc(layout);
        let i = p as usize;
        dealloc(p, layout);
        let q = alloc(layout);
        *q = 5;
        #[cfg(any(exposed, exposed_fwd))]
        let j = q as usize;
        #[cfg(any(hidden, hidden_fwd))]
        let j = q.addr();
        if i == j {
            *(i as *mut u8) = 1;
            #[cfg(any(exposed, hidden))]
            println!("{}", *q);
            #[cfg(any(exposed_fwd, hidden_fwd))]
            println!("{}", 5);
        }
    }
}
