// A pointer behind a pointer.
// shows: *q.0 = 'z'\n*q.1 = true
#![crate_type = "lib"]
//@ check fn deep: base => opt: unsound
pub fn deep(p: &mut &mut i8, q: &(char, bool)) -> i8 {
    if q.1 && q.0 == 'z' {
        **p = if cfg!(base) { -1 } else { 1 };
    }
    **p
}
