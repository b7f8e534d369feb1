// Iterators over slices. Each holds raw pointers made from one reference to the whole slice; every
// element handed out is a fresh reference made from them.

pub mod slice_iter {
    use crate::ptr::NonNull;

    // Elements [0, left) from ptr on. Zero-sized elements only count.
    pub struct Iter<'a, T> {
        ptr: NonNull<T>,
        left: usize,
    }
    impl<'a, T> Iter<'a, T> {
        pub fn new(slice: &'a [T]) -> Iter<'a, T> {
            Iter { ptr: NonNull::from(slice).cast::<T>(), left: slice.len() }
        }
        pub fn as_slice(&self) -> &'a [T] {
            unsafe { crate::slice::from_raw_parts(self.ptr.as_ptr() as *const T, self.left) }
        }
    }
    impl<'a, T> Iterator for Iter<'a, T> {
        type Item = &'a T;
        fn next(&mut self) -> Option<&'a T> {
            if self.left == 0 {
                return None;
            }
            let old = self.ptr;
            self.left -= 1;
            self.ptr = unsafe { old.add(1) };
            Some(unsafe { old.as_ref() })
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            (self.left, Some(self.left))
        }
    }
    impl<'a, T> DoubleEndedIterator for Iter<'a, T> {
        fn next_back(&mut self) -> Option<&'a T> {
            if self.left == 0 {
                return None;
            }
            self.left -= 1;
            Some(unsafe { self.ptr.add(self.left).as_ref() })
        }
    }
    impl<'a, T> ExactSizeIterator for Iter<'a, T> {}
    impl<'a, T> Clone for Iter<'a, T> {
        fn clone(&self) -> Iter<'a, T> {
            Iter { ptr: self.ptr, left: self.left }
        }
    }

    pub struct IterMut<'a, T> {
        ptr: NonNull<T>,
        left: usize,
    }
    impl<'a, T> IterMut<'a, T> {
        pub fn new(slice: &'a mut [T]) -> IterMut<'a, T> {
            let left = slice.len();
            IterMut { ptr: NonNull::from(slice).cast::<T>(), left }
        }
        pub fn into_slice(self) -> &'a mut [T] {
            unsafe { crate::slice::from_raw_parts_mut(self.ptr.as_ptr(), self.left) }
        }
        pub fn as_slice(&self) -> &[T] {
            unsafe { crate::slice::from_raw_parts(self.ptr.as_ptr() as *const T, self.left) }
        }
    }
    impl<'a, T> Iterator for IterMut<'a, T> {
        type Item = &'a mut T;
        fn next(&mut self) -> Option<&'a mut T> {
            if self.left == 0 {
                return None;
            }
            let mut old = self.ptr;
            self.left -= 1;
            self.ptr = unsafe { old.add(1) };
            Some(unsafe { old.as_mut() })
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            (self.left, Some(self.left))
        }
    }
    impl<'a, T> DoubleEndedIterator for IterMut<'a, T> {
        fn next_back(&mut self) -> Option<&'a mut T> {
            if self.left == 0 {
                return None;
            }
            self.left -= 1;
            Some(unsafe { self.ptr.add(self.left).as_mut() })
        }
    }
    impl<'a, T> ExactSizeIterator for IterMut<'a, T> {}

    impl<'a, T> IntoIterator for &'a [T] {
        type Item = &'a T;
        type IntoIter = Iter<'a, T>;
        fn into_iter(self) -> Iter<'a, T> {
            self.iter()
        }
    }
    impl<'a, T> IntoIterator for &'a mut [T] {
        type Item = &'a mut T;
        type IntoIter = IterMut<'a, T>;
        fn into_iter(self) -> IterMut<'a, T> {
            self.iter_mut()
        }
    }
    impl<'a, T, const N: usize> IntoIterator for &'a [T; N] {
        type Item = &'a T;
        type IntoIter = Iter<'a, T>;
        fn into_iter(self) -> Iter<'a, T> {
            self.iter()
        }
    }
    impl<'a, T, const N: usize> IntoIterator for &'a mut [T; N] {
        type Item = &'a mut T;
        type IntoIter = IterMut<'a, T>;
        fn into_iter(self) -> IterMut<'a, T> {
            self.iter_mut()
        }
    }

    pub struct Chunks<'a, T> {
        v: &'a [T],
        size: usize,
    }
    impl<'a, T> Iterator for Chunks<'a, T> {
        type Item = &'a [T];
        fn next(&mut self) -> Option<&'a [T]> {
            if self.v.is_empty() {
                return None;
            }
            let n = if self.v.len() < self.size { self.v.len() } else { self.size };
            let (head, tail) = self.v.split_at(n);
            self.v = tail;
            Some(head)
        }
    }
    pub struct ChunksMut<'a, T> {
        v: *mut [T],
        size: usize,
        marker: crate::marker::PhantomData<&'a mut T>,
    }
    impl<'a, T> Iterator for ChunksMut<'a, T> {
        type Item = &'a mut [T];
        fn next(&mut self) -> Option<&'a mut [T]> {
            let len = self.v.len();
            if len == 0 {
                return None;
            }
            let n = if len < self.size { len } else { self.size };
            let base = self.v as *mut T;
            unsafe {
                self.v = crate::ptr::slice_from_raw_parts_mut(base.add(n), len - n);
                Some(&mut *crate::ptr::slice_from_raw_parts_mut(base, n))
            }
        }
    }
    pub struct Windows<'a, T> {
        v: &'a [T],
        size: usize,
    }
    impl<'a, T> Iterator for Windows<'a, T> {
        type Item = &'a [T];
        fn next(&mut self) -> Option<&'a [T]> {
            if self.size > self.v.len() {
                return None;
            }
            let ret = Some(&self.v[..self.size]);
            self.v = &self.v[1..];
            ret
        }
    }

    impl<T> [T] {
        pub fn iter(&self) -> Iter<'_, T> {
            Iter::new(self)
        }
        pub fn iter_mut(&mut self) -> IterMut<'_, T> {
            IterMut::new(self)
        }
        pub fn chunks(&self, chunk_size: usize) -> Chunks<'_, T> {
            if chunk_size == 0 {
                panic!("chunk size must be non-zero");
            }
            Chunks { v: self, size: chunk_size }
        }
        pub fn chunks_mut(&mut self, chunk_size: usize) -> ChunksMut<'_, T> {
            if chunk_size == 0 {
                panic!("chunk size must be non-zero");
            }
            ChunksMut { v: self, size: chunk_size, marker: crate::marker::PhantomData }
        }
        pub fn windows(&self, size: usize) -> Windows<'_, T> {
            if size == 0 {
                panic!("window size must be non-zero");
            }
            Windows { v: self, size }
        }
        pub fn to_vec(&self) -> crate::vec::Vec<T> {
            let mut v = crate::vec::Vec::with_capacity(self.len());
            v.extend_from_slice(self);
            v
        }
        pub fn into_vec(self: Box<[T]>) -> crate::vec::Vec<T> {
            let len = self.len();
            let raw = Box::into_raw(self);
            unsafe { crate::vec::Vec::from_raw_parts(raw as *mut T, len, len) }
        }
        pub fn as_ptr_range(&self) -> crate::ops::Range<*const T> {
            let start = self.as_ptr();
            let end = unsafe { start.add(self.len()) };
            start..end
        }
        pub fn as_mut_ptr_range(&mut self) -> crate::ops::Range<*mut T> {
            let start = self.as_mut_ptr();
            let end = unsafe { start.add(self.len()) };
            start..end
        }
        pub fn split_first(&self) -> Option<(&T, &[T])> {
            if let [first, tail @ ..] = self { Some((first, tail)) } else { None }
        }
        pub fn split_first_mut(&mut self) -> Option<(&mut T, &mut [T])> {
            if let [first, tail @ ..] = self { Some((first, tail)) } else { None }
        }
        pub fn split_last(&self) -> Option<(&T, &[T])> {
            if let [init @ .., last] = self { Some((last, init)) } else { None }
        }
        pub fn split_last_mut(&mut self) -> Option<(&mut T, &mut [T])> {
            if let [init @ .., last] = self { Some((last, init)) } else { None }
        }
        pub fn clone_from_slice(&mut self, src: &[T]) {
            if self.len() != src.len() {
                panic!("destination and source slices have different lengths");
            }
            let mut i = 0;
            while i < src.len() {
                self[i] = src[i].clone();
                i += 1;
            }
        }
        pub fn copy_within<R: crate::slice_index::SliceRange>(&mut self, src: R, dest: usize) {
            let (lo, hi) = src.bounds(self.len());
            let count = hi - lo;
            if dest > self.len() - count {
                panic!("dest is out of bounds");
            }
            unsafe {
                let ptr = self.as_mut_ptr();
                crate::ptr::copy(ptr.add(lo) as *const T, ptr.add(dest), count);
            }
        }
        pub fn fill_with<F: FnMut() -> T>(&mut self, mut f: F) {
            for el in self {
                *el = f();
            }
        }
        pub fn swap_with_slice(&mut self, other: &mut [T]) {
            if self.len() != other.len() {
                panic!("destination and source slices have different lengths");
            }
            let n = self.len();
            unsafe { crate::ptr::swap_nonoverlapping(self.as_mut_ptr(), other.as_mut_ptr(), n) }
        }
        pub fn rotate_left(&mut self, mid: usize) {
            if mid > self.len() {
                panic!("assertion failed: mid <= self.len()");
            }
            self[..mid].reverse();
            self[mid..].reverse();
            self.reverse();
        }
        pub fn rotate_right(&mut self, k: usize) {
            let n = self.len();
            if k > n {
                panic!("assertion failed: k <= self.len()");
            }
            self.rotate_left(n - k);
        }
        // Stable, by insertion: the order of comparisons is not part of the library's contract.
        pub fn sort_by<F: FnMut(&T, &T) -> crate::cmp::Ordering>(&mut self, mut compare: F) {
            let mut i = 1;
            while i < self.len() {
                let mut j = i;
                while j > 0 && compare(&self[j], &self[j - 1]) == crate::cmp::Ordering::Less {
                    self.swap(j, j - 1);
                    j -= 1;
                }
                i += 1;
            }
        }
        pub fn sort(&mut self) {
            self.sort_by(|a, b| a.cmp(b));
        }
        pub fn sort_unstable(&mut self) {
            self.sort();
        }
        pub fn sort_unstable_by<F: FnMut(&T, &T) -> crate::cmp::Ordering>(&mut self, compare: F) {
            self.sort_by(compare);
        }
        pub fn sort_unstable_by_key<K: Ord, F: FnMut(&T) -> K>(&mut self, f: F) {
            self.sort_by_key(f);
        }
        pub fn sort_by_key<K: Ord, F: FnMut(&T) -> K>(&mut self, mut f: F) {
            self.sort_by(|a, b| f(a).cmp(&f(b)));
        }
    }

    impl<T, const N: usize> [T; N] {
        pub fn map<U, F: FnMut(T) -> U>(self, mut f: F) -> [U; N] {
            let from = crate::mem::ManuallyDrop::new(self);
            let mut to = crate::mem::MaybeUninit::<[U; N]>::uninit();
            let mut i = 0;
            while i < N {
                unsafe {
                    let x = crate::ptr::read((&raw const from as *const T).add(i));
                    crate::ptr::write((&raw mut to as *mut U).add(i), f(x));
                }
                i += 1;
            }
            unsafe { to.assume_init() }
        }
        pub fn each_mut(&mut self) -> [&mut T; N] {
            let base = self as *mut [T; N] as *mut T;
            let mut to = crate::mem::MaybeUninit::<[&mut T; N]>::uninit();
            let mut i = 0;
            while i < N {
                unsafe { crate::ptr::write((&raw mut to as *mut &mut T).add(i), &mut *base.add(i)) }
                i += 1;
            }
            unsafe { to.assume_init() }
        }
        pub fn each_ref(&self) -> [&T; N] {
            let mut to = crate::mem::MaybeUninit::<[&T; N]>::uninit();
            let mut i = 0;
            while i < N {
                unsafe { crate::ptr::write((&raw mut to as *mut &T).add(i), &self[i]) }
                i += 1;
            }
            unsafe { to.assume_init() }
        }
    }

    // An array by value: owns the elements that are left.
    pub struct ArrayIntoIter<T, const N: usize> {
        data: crate::mem::MaybeUninit<[T; N]>,
        start: usize,
        end: usize,
    }
    impl<T, const N: usize> Iterator for ArrayIntoIter<T, N> {
        type Item = T;
        fn next(&mut self) -> Option<T> {
            if self.start == self.end {
                return None;
            }
            let at = self.start;
            self.start += 1;
            Some(unsafe { crate::ptr::read((self.data.as_ptr() as *const T).add(at)) })
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            (self.end - self.start, Some(self.end - self.start))
        }
    }
    impl<T, const N: usize> DoubleEndedIterator for ArrayIntoIter<T, N> {
        fn next_back(&mut self) -> Option<T> {
            if self.start == self.end {
                return None;
            }
            self.end -= 1;
            Some(unsafe { crate::ptr::read((self.data.as_ptr() as *const T).add(self.end)) })
        }
    }
    impl<T, const N: usize> ExactSizeIterator for ArrayIntoIter<T, N> {}
    impl<T, const N: usize> Drop for ArrayIntoIter<T, N> {
        fn drop(&mut self) {
            unsafe {
                let at = (self.data.as_mut_ptr() as *mut T).add(self.start);
                crate::ptr::drop_in_place(crate::ptr::slice_from_raw_parts_mut(at, self.end - self.start))
            }
        }
    }
    impl<T, const N: usize> IntoIterator for [T; N] {
        type Item = T;
        type IntoIter = ArrayIntoIter<T, N>;
        fn into_iter(self) -> ArrayIntoIter<T, N> {
            ArrayIntoIter { data: crate::mem::MaybeUninit::new(self), start: 0, end: N }
        }
    }
    impl<T> IntoIterator for Box<[T]> {
        type Item = T;
        type IntoIter = crate::vec::IntoIter<T>;
        fn into_iter(self) -> crate::vec::IntoIter<T> {
            self.into_vec().into_iter()
        }
    }
}
