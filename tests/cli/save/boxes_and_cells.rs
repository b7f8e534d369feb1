// A Box is consumed, a Cell is looked at afterwards.
// shows: prints "result = false\n*c = 1\n"
#![crate_type = "lib"]
//@ check fn put: base => opt: unsound
use std::cell::Cell;
pub fn put(b: Box<[u8; 2]>, c: &Cell<u8>) -> bool {
    let n = if cfg!(base) { b[0] ^ b[1] } else { b[0] | b[1] };
    c.set(n);
    n == 0
}
