//@ title: a box through an integer
//@ from: common in C callbacks ("user data"); std::ptr, "Exposed Provenance"
// `Box::into_raw` as an integer and back again, then freed. The round trip must find the heap allocation, also
// for the deallocation.
//@ expect [flat alloc]: prints "drop 5\n"
//@ expect [strict]: ub(invalid-reference)

struct D(i32);

impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn callback(data: usize) {
    drop(unsafe { Box::from_raw(data as *mut D) });
}

fn main() {
    let data = Box::into_raw(Box::new(D(5))) as usize;
    callback(data);
}
