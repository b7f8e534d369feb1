// Two pointers to one object.
// shows: prints "result = 0\n*p = 1\n"
#![crate_type = "lib"]
//@ check fn twice, alias any: base => opt: unsound
pub unsafe fn twice(p: *mut i64, q: *const i64) -> i64 {
    let before = *q;
    *p = 1;
    if cfg!(base) {
        *q
    } else {
        before
    }
}
