// What may stand in the brackets of a slice or Vec.

pub mod slice_index {
    pub trait SliceIndex<S: ?Sized> {
        type Output: ?Sized;
        fn index(self, slice: &S) -> &Self::Output;
        fn index_mut(self, slice: &mut S) -> &mut Self::Output;
        fn get(self, slice: &S) -> Option<&Self::Output>;
        fn get_mut(self, slice: &mut S) -> Option<&mut Self::Output>;
        unsafe fn get_unchecked(self, slice: *const S) -> *const Self::Output;
        unsafe fn get_unchecked_mut(self, slice: *mut S) -> *mut Self::Output;
    }

    impl<T> SliceIndex<[T]> for usize {
        type Output = T;
        fn index(self, slice: &[T]) -> &T {
            &(*slice)[self]
        }
        #[rustc_no_writable]
        fn index_mut(self, slice: &mut [T]) -> &mut T {
            &mut (*slice)[self]
        }
        fn get(self, slice: &[T]) -> Option<&T> {
            if self < slice.len() {
                unsafe { Some(&*self.get_unchecked(slice)) }
            } else {
                None
            }
        }
        #[rustc_no_writable]
        fn get_mut(self, slice: &mut [T]) -> Option<&mut T> {
            if self < slice.len() {
                unsafe { Some(&mut *self.get_unchecked_mut(slice)) }
            } else {
                None
            }
        }
        unsafe fn get_unchecked(self, slice: *const [T]) -> *const T {
            intrinsics::assert_unsafe_precondition(self < slice.len());
            (slice as *const T).add(self)
        }
        unsafe fn get_unchecked_mut(self, slice: *mut [T]) -> *mut T {
            intrinsics::assert_unsafe_precondition(self < slice.len());
            (slice as *mut T).add(self)
        }
    }

    // The ranges: what they select of a slice of this length, or a panic.
    pub trait SliceRange: Sized {
        fn bounds(self, len: usize) -> (usize, usize);
        fn selects(&self, len: usize) -> Option<(usize, usize)>;
    }
    impl SliceRange for crate::ops::Range<usize> {
        fn bounds(self, len: usize) -> (usize, usize) {
            self.slice_bounds(len)
        }
        fn selects(&self, len: usize) -> Option<(usize, usize)> {
            if self.start <= self.end && self.end <= len { Some((self.start, self.end)) } else { None }
        }
    }
    impl SliceRange for crate::ops::RangeInclusive<usize> {
        fn bounds(self, len: usize) -> (usize, usize) {
            self.slice_bounds(len)
        }
        fn selects(&self, len: usize) -> Option<(usize, usize)> {
            let (lo, hi) = (*self.start(), *self.end());
            if hi < len && lo <= hi + 1 { Some((lo, hi + 1)) } else { None }
        }
    }
    impl SliceRange for crate::ops::RangeFrom<usize> {
        fn bounds(self, len: usize) -> (usize, usize) {
            self.slice_bounds(len)
        }
        fn selects(&self, len: usize) -> Option<(usize, usize)> {
            if self.start <= len { Some((self.start, len)) } else { None }
        }
    }
    impl SliceRange for crate::ops::RangeTo<usize> {
        fn bounds(self, len: usize) -> (usize, usize) {
            self.slice_bounds(len)
        }
        fn selects(&self, len: usize) -> Option<(usize, usize)> {
            if self.end <= len { Some((0, self.end)) } else { None }
        }
    }
    impl SliceRange for crate::ops::RangeToInclusive<usize> {
        fn bounds(self, len: usize) -> (usize, usize) {
            self.slice_bounds(len)
        }
        fn selects(&self, len: usize) -> Option<(usize, usize)> {
            if self.end < len { Some((0, self.end + 1)) } else { None }
        }
    }
    impl SliceRange for crate::ops::RangeFull {
        fn bounds(self, len: usize) -> (usize, usize) {
            self.slice_bounds(len)
        }
        fn selects(&self, len: usize) -> Option<(usize, usize)> {
            Some((0, len))
        }
    }

    impl<T, R: SliceRange> SliceIndex<[T]> for R {
        type Output = [T];
        fn index(self, slice: &[T]) -> &[T] {
            let (lo, hi) = self.bounds(slice.len());
            unsafe { &*crate::ptr::slice_from_raw_parts(slice.as_ptr().add(lo), hi - lo) }
        }
        #[rustc_no_writable]
        fn index_mut(self, slice: &mut [T]) -> &mut [T] {
            let (lo, hi) = self.bounds(slice.len());
            unsafe { &mut *crate::ptr::slice_from_raw_parts_mut(slice.as_mut_ptr().add(lo), hi - lo) }
        }
        fn get(self, slice: &[T]) -> Option<&[T]> {
            match self.selects(slice.len()) {
                Some((lo, hi)) => unsafe {
                    Some(&*crate::ptr::slice_from_raw_parts(slice.as_ptr().add(lo), hi - lo))
                },
                None => None,
            }
        }
        #[rustc_no_writable]
        fn get_mut(self, slice: &mut [T]) -> Option<&mut [T]> {
            match self.selects(slice.len()) {
                Some((lo, hi)) => unsafe {
                    Some(&mut *crate::ptr::slice_from_raw_parts_mut(slice.as_mut_ptr().add(lo), hi - lo))
                },
                None => None,
            }
        }
        unsafe fn get_unchecked(self, slice: *const [T]) -> *const [T] {
            let selected = self.selects(slice.len());
            intrinsics::assert_unsafe_precondition(selected.is_some());
            let (lo, hi) = selected.unwrap();
            crate::ptr::slice_from_raw_parts((slice as *const T).add(lo), hi - lo)
        }
        unsafe fn get_unchecked_mut(self, slice: *mut [T]) -> *mut [T] {
            let selected = self.selects(slice.len());
            intrinsics::assert_unsafe_precondition(selected.is_some());
            let (lo, hi) = selected.unwrap();
            crate::ptr::slice_from_raw_parts_mut((slice as *mut T).add(lo), hi - lo)
        }
    }
}
