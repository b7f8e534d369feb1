//@ title: chunks of one size stay valid beside each other, and beside the remainder
//@ from: std::slice::ChunksExactMut, RChunksMut
// A chunk is a reference of its own, made from a raw slice: taking the next one touches none before.
// A pointer that was there before is gone with the first write.
//@ expect good: prints "[4, 2, 3, 1, 9] [0, 0, 3, 0, 9]\n"
//@ expect read [flat strict alloc]: prints "[5, 2, 3, 4, 5]\n"
//@ expect read [sb tb]: ub(borrow-access)

fn main() {
    let mut a = [1, 2, 3, 4, 5];
    #[cfg(good)]
    {
        let mut chunks = a.chunks_exact_mut(2);
        let x = chunks.next().unwrap();
        let y = chunks.next().unwrap();
        std::mem::swap(&mut x[0], &mut y[1]);
        chunks.into_remainder()[0] = 9;
        let b = a;
        for c in a.rchunks_mut(2) {
            c[0] = 0;
        }
        println!("{:?} {:?}", b, a);
    }
    #[cfg(read)]
    {
        let p = a.as_ptr();
        let x = &mut a.chunks_exact_mut(2).next().unwrap()[0];
        *x = 4;
        let seen = unsafe { *p }; //~ ub [sb tb] (borrow-access) /read access/
        *x = seen + 1;
        println!("{:?}", a);
    }
}
