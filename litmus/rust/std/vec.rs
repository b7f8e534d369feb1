// Vec: a raw buffer, so that taking `as_ptr` makes no reference to the elements, while indexing and
// dereferencing do, exactly as in the library that rustc compiles.

pub mod vec {
    use crate::ops::{Deref, DerefMut, Index, IndexMut};
    use crate::iter::{Extend, FromIterator};
    use crate::ptr::NonNull;

    // The buffer: memory for `cap` elements, none of which it knows to be alive.
    pub struct RawVec<T> {
        ptr: NonNull<T>,
        cap: usize,
    }
    impl<T> RawVec<T> {
        fn new() -> RawVec<T> {
            let cap = if crate::mem::size_of::<T>() == 0 { usize::MAX } else { 0 };
            RawVec { ptr: NonNull::dangling(), cap }
        }
        fn with_capacity(cap: usize) -> RawVec<T> {
            let mut buf = RawVec::<T>::new();
            if cap > buf.cap {
                buf.grow_to(cap);
            }
            buf
        }
        fn grow_to(&mut self, cap: usize) {
            let size = crate::mem::size_of::<T>();
            let align = crate::mem::align_of::<T>();
            if cap > isize::MAX as usize / size {
                panic!("capacity overflow");
            }
            let raw = if self.cap == 0 {
                intrinsics::alloc(cap * size, align)
            } else {
                intrinsics::realloc(self.ptr.as_ptr() as *mut u8, self.cap * size, align, cap * size)
            };
            self.ptr = unsafe { NonNull::new_unchecked(raw as *mut T) };
            self.cap = cap;
        }
        fn grow_for(&mut self, len: usize, additional: usize) {
            if additional <= self.cap - len {
                return;
            }
            let least = match len.checked_add(additional) {
                Some(n) => n,
                None => panic!("capacity overflow"),
            };
            let mut cap = self.cap * 2;
            if cap < least {
                cap = least;
            }
            let smallest = if crate::mem::size_of::<T>() == 1 { 8 } else { 4 };
            self.grow_to(if cap < smallest { smallest } else { cap });
        }
    }
    impl<T> Drop for RawVec<T> {
        fn drop(&mut self) {
            let size = crate::mem::size_of::<T>();
            if size != 0 && self.cap != 0 {
                let align = crate::mem::align_of::<T>();
                intrinsics::dealloc(self.ptr.as_ptr() as *mut u8, self.cap * size, align);
            }
        }
    }

    #[lang = "vec"]
    pub struct Vec<T> {
        buf: RawVec<T>,
        len: usize,
    }

    // What `vec![x; n]`, `vec![a, b]` and `vec![]` become. A is an array of T.
    #[lang = "vec_from_array"]
    pub fn from_array<T, A>(array: A) -> Vec<T> {
        let boxed: Box<[T]> = Box::new(array);
        boxed.into_vec()
    }
    #[lang = "vec_empty"]
    pub fn empty<T>() -> Vec<T> {
        Vec::new()
    }
    #[lang = "vec_from_elem"]
    pub fn from_elem<T>(elem: T, n: usize) -> Vec<T> {
        let mut v = Vec::with_capacity(n);
        if n > 0 {
            v.resize(n, elem);
        }
        v
    }

    impl<T> Vec<T> {
        pub const fn new() -> Vec<T> {
            Vec { buf: RawVec::new(), len: 0 }
        }
        pub fn with_capacity(capacity: usize) -> Vec<T> {
            Vec { buf: RawVec::with_capacity(capacity), len: 0 }
        }
        pub unsafe fn from_raw_parts(ptr: *mut T, length: usize, capacity: usize) -> Vec<T> {
            let cap = if crate::mem::size_of::<T>() == 0 { usize::MAX } else { capacity };
            Vec { buf: RawVec { ptr: NonNull::new_unchecked(ptr), cap }, len: length }
        }
        pub fn into_raw_parts(self) -> (*mut T, usize, usize) {
            let mut me = crate::mem::ManuallyDrop::new(self);
            (me.as_mut_ptr(), me.len(), me.capacity())
        }
        pub fn capacity(&self) -> usize {
            self.buf.cap
        }
        pub fn reserve(&mut self, additional: usize) {
            self.buf.grow_for(self.len, additional);
        }
        pub fn reserve_exact(&mut self, additional: usize) {
            if additional > self.buf.cap - self.len {
                self.buf.grow_to(self.len + additional);
            }
        }
        pub fn shrink_to_fit(&mut self) {
            let size = crate::mem::size_of::<T>();
            if size == 0 || self.buf.cap == self.len {
                return;
            }
            if self.len == 0 {
                self.buf = RawVec::new();
            } else {
                self.buf.grow_to(self.len);
            }
        }
        pub fn as_slice(&self) -> &[T] {
            unsafe { crate::slice::from_raw_parts(self.as_ptr(), self.len) }
        }
        pub fn as_mut_slice(&mut self) -> &mut [T] {
            unsafe { crate::slice::from_raw_parts_mut(self.as_mut_ptr(), self.len) }
        }
        pub fn as_ptr(&self) -> *const T {
            self.buf.ptr.as_ptr() as *const T
        }
        pub fn as_mut_ptr(&mut self) -> *mut T {
            self.buf.ptr.as_ptr()
        }
        pub fn len(&self) -> usize {
            self.len
        }
        pub fn is_empty(&self) -> bool {
            self.len() == 0
        }
        pub unsafe fn set_len(&mut self, new_len: usize) {
            intrinsics::assert_unsafe_precondition(new_len <= self.capacity());
            self.len = new_len;
        }
        pub fn push(&mut self, value: T) {
            let len = self.len;
            if len == self.buf.cap {
                self.buf.grow_for(len, 1);
            }
            unsafe {
                let end = self.as_mut_ptr().add(len);
                crate::ptr::write(end, value);
            }
            self.len = len + 1;
        }
        pub fn pop(&mut self) -> Option<T> {
            if self.len == 0 {
                None
            } else {
                self.len -= 1;
                Some(unsafe { crate::ptr::read(self.as_ptr().add(self.len)) })
            }
        }
        pub fn insert(&mut self, index: usize, element: T) {
            let len = self.len;
            if index > len {
                panic!("insertion index (is {}) should be <= len (is {})", index, len);
            }
            if len == self.buf.cap {
                self.reserve(1);
            }
            unsafe {
                let p = self.as_mut_ptr().add(index);
                if index < len {
                    crate::ptr::copy(p as *const T, p.add(1), len - index);
                }
                crate::ptr::write(p, element);
            }
            self.len = len + 1;
        }
        pub fn remove(&mut self, index: usize) -> T {
            let len = self.len;
            if index >= len {
                panic!("removal index (is {}) should be < len (is {})", index, len);
            }
            unsafe {
                let p = self.as_mut_ptr().add(index);
                let ret = crate::ptr::read(p as *const T);
                crate::ptr::copy(p.add(1) as *const T, p, len - index - 1);
                self.len = len - 1;
                ret
            }
        }
        pub fn swap_remove(&mut self, index: usize) -> T {
            let len = self.len;
            if index >= len {
                panic!("swap_remove index (is {}) should be < len (is {})", index, len);
            }
            unsafe {
                let value = crate::ptr::read(self.as_ptr().add(index));
                let base = self.as_mut_ptr();
                crate::ptr::copy(base.add(len - 1) as *const T, base.add(index), 1);
                self.len = len - 1;
                value
            }
        }
        pub fn truncate(&mut self, len: usize) {
            if len > self.len {
                return;
            }
            unsafe {
                let rest = self.len - len;
                let s = crate::ptr::slice_from_raw_parts_mut(self.as_mut_ptr().add(len), rest);
                self.len = len;
                crate::ptr::drop_in_place(s);
            }
        }
        pub fn clear(&mut self) {
            let elems: *mut [T] = self.as_mut_slice();
            self.len = 0;
            unsafe { crate::ptr::drop_in_place(elems) }
        }
        pub fn resize(&mut self, new_len: usize, value: T) {
            if new_len <= self.len {
                self.truncate(new_len);
                return;
            }
            self.reserve(new_len - self.len);
            while self.len + 1 < new_len {
                self.push(value.clone());
            }
            self.push(value);
        }
        pub fn append(&mut self, other: &mut Vec<T>) {
            let count = other.len;
            self.reserve(count);
            unsafe {
                let end = self.as_mut_ptr().add(self.len);
                crate::ptr::copy_nonoverlapping(other.as_ptr(), end, count);
                other.set_len(0);
            }
            self.len += count;
        }
        pub fn split_off(&mut self, at: usize) -> Vec<T> {
            if at > self.len {
                panic!("`at` split index (is {}) should be <= len (is {})", at, self.len);
            }
            let count = self.len - at;
            let mut other = Vec::with_capacity(count);
            unsafe {
                self.set_len(at);
                other.set_len(count);
                crate::ptr::copy_nonoverlapping(self.as_ptr().add(at), other.as_mut_ptr(), count);
            }
            other
        }
        pub fn retain<F: FnMut(&T) -> bool>(&mut self, mut f: F) {
            self.retain_mut(|elem| f(elem))
        }
        // Each element is looked at through a reference to it alone; what goes leaves a gap, which
        // the kept ones behind it are moved over. The length is 0 meanwhile: a panic leaks.
        pub fn retain_mut<F: FnMut(&mut T) -> bool>(&mut self, mut f: F) {
            let len = self.len;
            self.len = 0;
            let mut gap = 0;
            let mut i = 0;
            unsafe {
                while i < len {
                    let cur = self.as_mut_ptr().add(i);
                    if !f(&mut *cur) {
                        gap += 1;
                        crate::ptr::drop_in_place(cur);
                    } else if gap > 0 {
                        crate::ptr::copy_nonoverlapping(cur as *const T, self.as_mut_ptr().add(i - gap), 1);
                    }
                    i += 1;
                }
            }
            self.len = len - gap;
        }
        pub fn dedup_by<F: FnMut(&mut T, &mut T) -> bool>(&mut self, mut same_bucket: F) {
            let len = self.len;
            if len < 2 {
                return;
            }
            let start = self.as_mut_ptr();
            let mut kept = 1;
            let mut i = 1;
            unsafe {
                while i < len {
                    let cur = start.add(i);
                    if same_bucket(&mut *cur, &mut *start.add(kept - 1)) {
                        crate::ptr::drop_in_place(cur);
                    } else {
                        if i != kept {
                            crate::ptr::copy_nonoverlapping(cur as *const T, start.add(kept), 1);
                        }
                        kept += 1;
                    }
                    i += 1;
                }
            }
            self.len = kept;
        }
        pub fn dedup_by_key<K: PartialEq, F: FnMut(&mut T) -> K>(&mut self, mut key: F) {
            self.dedup_by(|a, b| key(a) == key(b))
        }
        pub fn dedup(&mut self) {
            self.dedup_by(|a, b| *a == *b)
        }
        pub fn extend_from_slice(&mut self, other: &[T]) {
            self.reserve(other.len());
            let mut i = 0;
            while i < other.len() {
                self.push(other[i].clone());
                i += 1;
            }
        }
        pub fn leak<'a>(self) -> &'a mut [T] {
            let mut me = crate::mem::ManuallyDrop::new(self);
            unsafe { crate::slice::from_raw_parts_mut(me.as_mut_ptr(), me.len) }
        }
        pub fn into_boxed_slice(mut self) -> Box<[T]> {
            self.shrink_to_fit();
            let mut me = crate::mem::ManuallyDrop::new(self);
            let raw = crate::ptr::slice_from_raw_parts_mut(me.as_mut_ptr(), me.len);
            unsafe { Box::from_raw(raw) }
        }
        pub fn spare_capacity_mut(&mut self) -> &mut [crate::mem::MaybeUninit<T>] {
            let spare = self.buf.cap - self.len;
            unsafe {
                let at = self.as_mut_ptr().add(self.len) as *mut crate::mem::MaybeUninit<T>;
                crate::slice::from_raw_parts_mut(at, spare)
            }
        }
        pub fn drain<R: crate::slice_index::SliceRange>(&mut self, range: R) -> Drain<'_, T> {
            let (lo, hi) = range.bounds(self.len);
            let len = self.len;
            unsafe {
                self.set_len(lo);
                let at = crate::slice::from_raw_parts(self.as_ptr().add(lo), hi - lo);
                Drain { iter: at.iter(), tail_start: hi, tail_len: len - hi, vec: NonNull::from(self) }
            }
        }
    }

    impl<T> Drop for Vec<T> {
        fn drop(&mut self) {
            let len = self.len;
            unsafe {
                crate::ptr::drop_in_place(crate::ptr::slice_from_raw_parts_mut(self.as_mut_ptr(), len))
            }
        }
    }
    impl<T> Deref for Vec<T> {
        type Target = [T];
        fn deref(&self) -> &[T] {
            self.as_slice()
        }
    }
    impl<T> DerefMut for Vec<T> {
        fn deref_mut(&mut self) -> &mut [T] {
            self.as_mut_slice()
        }
    }
    impl<T, I: crate::slice_index::SliceIndex<[T]>> Index<I> for Vec<T> {
        type Output = I::Output;
        fn index(&self, index: I) -> &I::Output {
            index.index(&**self)
        }
    }
    impl<T, I: crate::slice_index::SliceIndex<[T]>> IndexMut<I> for Vec<T> {
        fn index_mut(&mut self, index: I) -> &mut I::Output {
            index.index_mut(&mut **self)
        }
    }
    impl<T: Clone> Clone for Vec<T> {
        fn clone(&self) -> Vec<T> {
            let mut v = Vec::with_capacity(self.len());
            v.extend_from_slice(self);
            v
        }
    }
    impl<T> Default for Vec<T> {
        fn default() -> Vec<T> {
            Vec::new()
        }
    }
    impl<T: PartialEq> PartialEq for Vec<T> {
        fn eq(&self, other: &Vec<T>) -> bool {
            self[..] == other[..]
        }
    }
    impl<T: PartialEq, const N: usize> PartialEq<[T; N]> for Vec<T> {
        fn eq(&self, other: &[T; N]) -> bool {
            self[..] == other[..]
        }
    }
    impl<T: PartialEq, const N: usize> PartialEq<&[T; N]> for Vec<T> {
        fn eq(&self, other: &&[T; N]) -> bool {
            self[..] == other[..]
        }
    }
    impl<T: PartialEq> PartialEq<[T]> for Vec<T> {
        fn eq(&self, other: &[T]) -> bool {
            self[..] == other[..]
        }
    }
    impl<T: PartialEq> PartialEq<&[T]> for Vec<T> {
        fn eq(&self, other: &&[T]) -> bool {
            self[..] == other[..]
        }
    }
    impl<T> AsRef<[T]> for Vec<T> {
        fn as_ref(&self) -> &[T] {
            self
        }
    }
    impl<T> AsMut<[T]> for Vec<T> {
        fn as_mut(&mut self) -> &mut [T] {
            self
        }
    }
    impl<T: Clone> From<&[T]> for Vec<T> {
        fn from(s: &[T]) -> Vec<T> {
            s.to_vec()
        }
    }
    impl<T, const N: usize> From<[T; N]> for Vec<T> {
        fn from(s: [T; N]) -> Vec<T> {
            {
                let b: Box<[T]> = Box::new(s);
                b.into_vec()
            }
        }
    }
    impl<T> From<Box<[T]>> for Vec<T> {
        fn from(s: Box<[T]>) -> Vec<T> {
            s.into_vec()
        }
    }
    impl<T> FromIterator<T> for Vec<T> {
        fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> Vec<T> {
            let mut v = Vec::new();
            for x in iter {
                v.push(x);
            }
            v
        }
    }
    impl<T> Extend<T> for Vec<T> {
        fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) {
            for x in iter {
                self.push(x);
            }
        }
    }

    impl<'a, T: Copy> Extend<&'a T> for Vec<T> {
        fn extend<I: IntoIterator<Item = &'a T>>(&mut self, iter: I) {
            for x in iter {
                self.push(*x);
            }
        }
    }

    // By value: owns the buffer and what has not been handed out.
    pub struct IntoIter<T> {
        buf: NonNull<T>,
        cap: usize,
        ptr: *const T,
        left: usize,
    }
    impl<T> IntoIter<T> {
        pub fn as_slice(&self) -> &[T] {
            unsafe { crate::slice::from_raw_parts(self.ptr, self.left) }
        }
    }
    impl<T> Iterator for IntoIter<T> {
        type Item = T;
        fn next(&mut self) -> Option<T> {
            if self.left == 0 {
                return None;
            }
            let at = self.ptr;
            self.left -= 1;
            self.ptr = unsafe { at.add(1) };
            Some(unsafe { crate::ptr::read(at) })
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            (self.left, Some(self.left))
        }
    }
    impl<T> DoubleEndedIterator for IntoIter<T> {
        fn next_back(&mut self) -> Option<T> {
            if self.left == 0 {
                return None;
            }
            self.left -= 1;
            Some(unsafe { crate::ptr::read(self.ptr.add(self.left)) })
        }
    }
    impl<T> ExactSizeIterator for IntoIter<T> {}
    impl<T> Drop for IntoIter<T> {
        fn drop(&mut self) {
            // The buffer is freed even when dropping an element panics.
            let _buf = RawVec::<T> { ptr: self.buf, cap: self.cap };
            unsafe {
                crate::ptr::drop_in_place(crate::ptr::slice_from_raw_parts_mut(self.ptr as *mut T, self.left))
            }
        }
    }
    impl<T> IntoIterator for Vec<T> {
        type Item = T;
        type IntoIter = IntoIter<T>;
        fn into_iter(self) -> IntoIter<T> {
            let mut me = crate::mem::ManuallyDrop::new(self);
            let begin = me.as_mut_ptr();
            IntoIter { buf: me.buf.ptr, cap: me.buf.cap, ptr: begin as *const T, left: me.len }
        }
    }
    impl<'a, T> IntoIterator for &'a Vec<T> {
        type Item = &'a T;
        type IntoIter = crate::slice::Iter<'a, T>;
        fn into_iter(self) -> crate::slice::Iter<'a, T> {
            self.iter()
        }
    }
    impl<'a, T> IntoIterator for &'a mut Vec<T> {
        type Item = &'a mut T;
        type IntoIter = crate::slice::IterMut<'a, T>;
        fn into_iter(self) -> crate::slice::IterMut<'a, T> {
            self.iter_mut()
        }
    }

    // A range of elements on its way out of a Vec.
    pub struct Drain<'a, T> {
        tail_start: usize,
        tail_len: usize,
        iter: crate::slice::Iter<'a, T>,
        vec: NonNull<Vec<T>>,
    }
    impl<'a, T> Iterator for Drain<'a, T> {
        type Item = T;
        fn next(&mut self) -> Option<T> {
            match self.iter.next() {
                Some(elt) => Some(unsafe { crate::ptr::read(elt as *const T) }),
                None => None,
            }
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            self.iter.size_hint()
        }
    }
    impl<'a, T> DoubleEndedIterator for Drain<'a, T> {
        fn next_back(&mut self) -> Option<T> {
            match self.iter.next_back() {
                Some(elt) => Some(unsafe { crate::ptr::read(elt as *const T) }),
                None => None,
            }
        }
    }
    impl<'a, T> Drop for Drain<'a, T> {
        fn drop(&mut self) {
            while let Some(x) = self.next() {
                drop(x);
            }
            if self.tail_len > 0 {
                unsafe {
                    let source = self.vec.as_mut();
                    let start = source.len();
                    if self.tail_start != start {
                        let base = source.as_mut_ptr();
                        crate::ptr::copy(base.add(self.tail_start) as *const T, base.add(start), self.tail_len);
                    }
                    source.set_len(start + self.tail_len);
                }
            }
        }
    }
}
