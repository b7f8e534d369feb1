// A signed number halved by a shift: rounds to minus infinity, not to zero.
// shows: prints "*out = -1\n"
#![crate_type = "lib"]
//@ check fn halve: base => opt: unsound
pub fn halve(x: i32, out: &mut i32) {
    #[cfg(base)]
    {
        *out = x / 2;
    }
    #[cfg(opt)]
    {
        *out = x >> 1;
    }
}
