// Two pointers to one object.
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
