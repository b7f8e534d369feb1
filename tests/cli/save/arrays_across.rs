// Arrays that may lie across each other.
// shows: [1, 1, 0]
#![crate_type = "lib"]
//@ check fn copy, alias any: base => opt: unsound
pub unsafe fn copy(to: *mut [u8; 2], from: *const [u8; 2]) {
    #[cfg(base)]
    {
        (*to)[0] = (*from)[0];
        (*to)[1] = (*from)[1];
    }
    #[cfg(opt)]
    {
        (*to)[1] = (*from)[1];
        (*to)[0] = (*from)[0];
    }
}
