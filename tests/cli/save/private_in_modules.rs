// Functions and types that the root of the file cannot name.
// shows: result.1: Two
//@ check fn m::n::hidden: base => opt: unsound
mod m {
    mod n {
        #[derive(Clone, Copy)]
        enum Kind {
            One,
            Two,
        }
        struct Pair(u8, Kind);
        fn hidden(p: Pair) -> Pair {
            if p.0 == 9 {
                if cfg!(base) {
                    Pair(9, Kind::One)
                } else {
                    Pair(9, Kind::Two)
                }
            } else {
                p
            }
        }
    }
}
fn main() {}
