// Two pointers of different types into the same bytes.
// shows: prints "result = 258\n
#![crate_type = "lib"]
//@ check fn punned, alias any: base => opt: unsound
pub unsafe fn punned(p: *mut u16, q: *mut u8) -> u16 {
    *p = 0x0102;
    *q = 7;
    if cfg!(base) {
        *p
    } else {
        0x0102
    }
}
