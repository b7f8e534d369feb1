// Methods of the small containers that need more of the library than the containers themselves.

pub mod more {
    use crate::cell::{Cell, UnsafeCell};
    use crate::ops::{Deref, DerefMut};
    use crate::ptr::NonNull;

    impl<T> Option<T> {
        pub fn iter(&self) -> crate::iter::OptionIter<&T> {
            self.as_ref().into_iter()
        }
        pub fn iter_mut(&mut self) -> crate::iter::OptionIter<&mut T> {
            self.as_mut().into_iter()
        }
    }
    impl<T: Deref> Option<T> {
        pub fn as_deref(&self) -> Option<&T::Target> {
            match self.as_ref() {
                Some(t) => Some(t.deref()),
                None => None,
            }
        }
    }
    impl<T: DerefMut> Option<T> {
        pub fn as_deref_mut(&mut self) -> Option<&mut T::Target> {
            match self.as_mut() {
                Some(t) => Some(t.deref_mut()),
                None => None,
            }
        }
    }
    impl<T> Option<Option<T>> {
        pub fn flatten(self) -> Option<T> {
            match self {
                Some(inner) => inner,
                None => None,
            }
        }
    }
    impl<T, E> Option<Result<T, E>> {
        pub fn transpose(self) -> Result<Option<T>, E> {
            match self {
                Some(Ok(x)) => Ok(Some(x)),
                Some(Err(e)) => Err(e),
                None => Ok(None),
            }
        }
    }
    impl<T> Option<&mut T> {
        pub fn cloned(self) -> Option<T> {
            match self {
                Some(v) => Some(Clone::clone(&*v)),
                None => None,
            }
        }
    }
    impl<'a, T> IntoIterator for &'a Option<T> {
        type Item = &'a T;
        type IntoIter = crate::iter::OptionIter<&'a T>;
        fn into_iter(self) -> crate::iter::OptionIter<&'a T> {
            self.iter()
        }
    }
    impl<'a, T> IntoIterator for &'a mut Option<T> {
        type Item = &'a mut T;
        type IntoIter = crate::iter::OptionIter<&'a mut T>;
        fn into_iter(self) -> crate::iter::OptionIter<&'a mut T> {
            self.iter_mut()
        }
    }

    impl<T, E> Result<T, E> {
        pub fn iter(&self) -> crate::iter::OptionIter<&T> {
            self.as_ref().ok().into_iter()
        }
        pub fn iter_mut(&mut self) -> crate::iter::OptionIter<&mut T> {
            self.as_mut().ok().into_iter()
        }
        pub fn expect_err(self, message: &str) -> E {
            match self {
                Ok(_) => panic!("{}", message),
                Err(e) => e,
            }
        }
    }
    impl<T: Default, E> Result<T, E> {
        pub fn unwrap_or_default(self) -> T {
            match self {
                Ok(v) => v,
                Err(_) => T::default(),
            }
        }
    }
    impl<T, E> Result<Option<T>, E> {
        pub fn transpose(self) -> Option<Result<T, E>> {
            match self {
                Ok(Some(x)) => Some(Ok(x)),
                Ok(None) => None,
                Err(e) => Some(Err(e)),
            }
        }
    }

    impl<T: Copy> Cell<T> {
        pub fn update<F: FnOnce(T) -> T>(&self, f: F) {
            let old = self.get();
            self.set(f(old));
        }
    }
    impl<T> Cell<[T]> {
        pub fn as_slice_of_cells(&self) -> &[Cell<T>] {
            unsafe { &*(self as *const Cell<[T]> as *const [Cell<T>]) }
        }
    }
    impl<T, const N: usize> Cell<[T; N]> {
        pub fn as_array_of_cells(&self) -> &[Cell<T>; N] {
            unsafe { &*(self as *const Cell<[T; N]> as *const [Cell<T>; N]) }
        }
    }
    impl<T> UnsafeCell<T> {
        pub fn from_mut(value: &mut T) -> &mut UnsafeCell<T> {
            unsafe { &mut *(value as *mut T as *mut UnsafeCell<T>) }
        }
    }

    impl<T> Default for &[T] {
        fn default() -> &[T] {
            &[]
        }
    }
    impl<T> Default for &mut [T] {
        fn default() -> &mut [T] {
            &mut []
        }
    }
    impl<T> Option<T> {
        pub fn as_slice(&self) -> &[T] {
            match self {
                Some(value) => crate::slice::from_ref(value),
                None => &[],
            }
        }
        pub fn as_mut_slice(&mut self) -> &mut [T] {
            match self {
                Some(value) => crate::slice::from_mut(value),
                None => &mut [],
            }
        }
    }
    impl<T> NonNull<[T]> {
        pub fn slice_from_raw_parts(data: NonNull<T>, len: usize) -> NonNull<[T]> {
            let slice = crate::ptr::slice_from_raw_parts_mut(data.as_ptr(), len);
            unsafe { NonNull::new_unchecked(slice) }
        }
        pub fn len(self) -> usize {
            self.as_ptr().len()
        }
        pub fn is_empty(self) -> bool {
            self.len() == 0
        }
        pub fn as_mut_ptr(self) -> *mut T {
            self.as_ptr() as *mut T
        }
        pub fn as_non_null_ptr(self) -> NonNull<T> {
            self.cast::<T>()
        }
    }

    // Written once; shared references to the value do not cover the cell.
    pub struct OnceCell<T> {
        inner: UnsafeCell<Option<T>>,
    }
    impl<T> OnceCell<T> {
        pub const fn new() -> OnceCell<T> {
            OnceCell { inner: UnsafeCell::new(None) }
        }
        pub fn get(&self) -> Option<&T> {
            unsafe { &*self.inner.get() }.as_ref()
        }
        pub fn get_mut(&mut self) -> Option<&mut T> {
            self.inner.get_mut().as_mut()
        }
        pub fn set(&self, value: T) -> Result<(), T> {
            if self.get().is_some() {
                return Err(value);
            }
            unsafe { &mut *self.inner.get() }.insert(value);
            Ok(())
        }
        pub fn get_or_init<F: FnOnce() -> T>(&self, f: F) -> &T {
            if self.get().is_none() {
                let value = f();
                if self.set(value).is_err() {
                    panic!("reentrant init");
                }
            }
            self.get().unwrap()
        }
        pub fn take(&mut self) -> Option<T> {
            crate::mem::take(self.inner.get_mut())
        }
        pub fn into_inner(self) -> Option<T> {
            self.inner.into_inner()
        }
    }
    impl<T> Default for OnceCell<T> {
        fn default() -> OnceCell<T> {
            OnceCell::new()
        }
    }
}
