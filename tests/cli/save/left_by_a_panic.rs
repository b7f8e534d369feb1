// What a panic leaves in memory: whoever catches it sees that.
// shows: panics: true\n*p = 0
//@ check fn store_late: base => opt: unsound
pub fn store_late(p: &mut u8, x: u8) {
    #[cfg(base)]
    {
        *p = 1;
    }
    let y = x + 1;
    *p = y;
    #[cfg(opt)]
    {
        let _ = y;
    }
}
fn main() {}
