// What a static holds before the call counts.
// shows: COUNTER = 4294967295
#![crate_type = "lib"]
//@ check fn next: base => opt: unsound
static mut COUNTER: u32 = 0;
pub fn next() -> u32 {
    unsafe {
        #[cfg(base)]
        {
            COUNTER = COUNTER.wrapping_add(1);
        }
        #[cfg(opt)]
        {
            COUNTER = COUNTER.saturating_add(1);
        }
        COUNTER
    }
}
