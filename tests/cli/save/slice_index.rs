// A bound that is one too high.
// shows: ub(out-of-bounds)
#![crate_type = "lib"]
//@ check fn second: base => opt: unsound /ub/
pub fn second(v: &[u16]) -> u16 {
    #[cfg(base)]
    let known = v.len() > 1;
    #[cfg(opt)]
    let known = v.len() > 0;
    if known {
        unsafe { *v.as_ptr().add(1) }
    } else {
        0
    }
}
