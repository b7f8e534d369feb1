// Parts of slices of one size, what is left over set apart or at the front.

pub mod slice_chunks {
    use crate::marker::PhantomData;

    pub struct ChunksExact<'a, T> {
        v: &'a [T],
        rem: &'a [T],
        size: usize,
    }
    impl<'a, T> ChunksExact<'a, T> {
        pub fn remainder(&self) -> &'a [T] {
            self.rem
        }
    }
    impl<'a, T> Iterator for ChunksExact<'a, T> {
        type Item = &'a [T];
        fn next(&mut self) -> Option<&'a [T]> {
            if self.v.len() < self.size {
                return None;
            }
            let (head, tail) = self.v.split_at(self.size);
            self.v = tail;
            Some(head)
        }
    }
    impl<'a, T> DoubleEndedIterator for ChunksExact<'a, T> {
        fn next_back(&mut self) -> Option<&'a [T]> {
            if self.v.len() < self.size {
                return None;
            }
            let (head, tail) = self.v.split_at(self.v.len() - self.size);
            self.v = head;
            Some(tail)
        }
    }

    // The rest is a raw slice: a chunk handed out stays valid while others are taken.
    pub struct ChunksExactMut<'a, T> {
        v: *mut [T],
        rem: &'a mut [T],
        size: usize,
        marker: PhantomData<&'a mut T>,
    }
    impl<'a, T> ChunksExactMut<'a, T> {
        pub fn into_remainder(self) -> &'a mut [T] {
            self.rem
        }
    }
    impl<'a, T> Iterator for ChunksExactMut<'a, T> {
        type Item = &'a mut [T];
        fn next(&mut self) -> Option<&'a mut [T]> {
            let len = self.v.len();
            if len < self.size {
                return None;
            }
            let base = self.v as *mut T;
            unsafe {
                self.v = crate::ptr::slice_from_raw_parts_mut(base.add(self.size), len - self.size);
                Some(&mut *crate::ptr::slice_from_raw_parts_mut(base, self.size))
            }
        }
    }

    pub struct RChunks<'a, T> {
        v: &'a [T],
        size: usize,
    }
    impl<'a, T> Iterator for RChunks<'a, T> {
        type Item = &'a [T];
        fn next(&mut self) -> Option<&'a [T]> {
            let len = self.v.len();
            if len == 0 {
                return None;
            }
            let n = if len < self.size { len } else { self.size };
            let (head, tail) = self.v.split_at(len - n);
            self.v = head;
            Some(tail)
        }
    }
    pub struct RChunksMut<'a, T> {
        v: *mut [T],
        size: usize,
        marker: PhantomData<&'a mut T>,
    }
    impl<'a, T> Iterator for RChunksMut<'a, T> {
        type Item = &'a mut [T];
        fn next(&mut self) -> Option<&'a mut [T]> {
            let len = self.v.len();
            if len == 0 {
                return None;
            }
            let n = if len < self.size { len } else { self.size };
            let base = self.v as *mut T;
            unsafe {
                self.v = crate::ptr::slice_from_raw_parts_mut(base, len - n);
                Some(&mut *crate::ptr::slice_from_raw_parts_mut(base.add(len - n), n))
            }
        }
    }

    impl<T> [T] {
        pub fn chunks_exact(&self, chunk_size: usize) -> ChunksExact<'_, T> {
            if chunk_size == 0 {
                panic!("chunk size must be non-zero");
            }
            let (v, rem) = self.split_at(self.len() - self.len() % chunk_size);
            ChunksExact { v, rem, size: chunk_size }
        }
        pub fn chunks_exact_mut(&mut self, chunk_size: usize) -> ChunksExactMut<'_, T> {
            if chunk_size == 0 {
                panic!("chunk size must be non-zero");
            }
            let (v, rem) = self.split_at_mut(self.len() - self.len() % chunk_size);
            ChunksExactMut { v, rem, size: chunk_size, marker: PhantomData }
        }
        pub fn rchunks(&self, chunk_size: usize) -> RChunks<'_, T> {
            if chunk_size == 0 {
                panic!("chunk size must be non-zero");
            }
            RChunks { v: self, size: chunk_size }
        }
        pub fn rchunks_mut(&mut self, chunk_size: usize) -> RChunksMut<'_, T> {
            if chunk_size == 0 {
                panic!("chunk size must be non-zero");
            }
            RChunksMut { v: self, size: chunk_size, marker: PhantomData }
        }
    }
}
