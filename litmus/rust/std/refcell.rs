// RefCell: borrows counted at run time. The guards hold raw pointers to the content, so passing one
// to a function protects nothing, and the content may be borrowed again once the guard is gone.

pub mod refcell {
    use crate::ops::{Deref, DerefMut};
    use crate::cell::{Cell, UnsafeCell};
    use crate::ptr::NonNull;

    pub struct BorrowError;
    pub struct BorrowMutError;

    // How often it is borrowed: > 0 by readers, -1 by a writer (further down: split RefMuts).
    pub struct RefCell<T: ?Sized> {
        borrow: Cell<isize>,
        value: UnsafeCell<T>,
    }
    impl<T> RefCell<T> {
        pub const fn new(value: T) -> RefCell<T> {
            RefCell { borrow: Cell::new(0), value: UnsafeCell::new(value) }
        }
        pub fn into_inner(self) -> T {
            self.value.into_inner()
        }
        pub fn replace(&self, t: T) -> T {
            crate::mem::replace(&mut *self.borrow_mut(), t)
        }
        pub fn replace_with<F: FnOnce(&mut T) -> T>(&self, f: F) -> T {
            let mut_borrow = &mut *self.borrow_mut();
            let replacement = f(mut_borrow);
            crate::mem::replace(mut_borrow, replacement)
        }
        pub fn swap(&self, other: &RefCell<T>) {
            crate::mem::swap(&mut *self.borrow_mut(), &mut *other.borrow_mut())
        }
        pub fn take(&self) -> T {
            self.replace(T::default())
        }
    }
    impl<T: ?Sized> RefCell<T> {
        pub fn borrow(&self) -> Ref<'_, T> {
            match self.try_borrow() {
                Ok(b) => b,
                Err(_) => panic!("RefCell already mutably borrowed"),
            }
        }
        pub fn try_borrow(&self) -> Result<Ref<'_, T>, BorrowError> {
            match BorrowRef::new(&self.borrow) {
                Some(b) => {
                    let value = unsafe { NonNull::new_unchecked(self.value.get()) };
                    Ok(Ref { value, borrow: b })
                }
                None => Err(BorrowError),
            }
        }
        pub fn borrow_mut(&self) -> RefMut<'_, T> {
            match self.try_borrow_mut() {
                Ok(b) => b,
                Err(_) => {
                    if self.borrow.get() > 0 {
                        panic!("RefCell already borrowed")
                    } else {
                        panic!("RefCell already mutably borrowed")
                    }
                }
            }
        }
        pub fn try_borrow_mut(&self) -> Result<RefMut<'_, T>, BorrowMutError> {
            match BorrowRefMut::new(&self.borrow) {
                Some(b) => {
                    let value = unsafe { NonNull::new_unchecked(self.value.get()) };
                    Ok(RefMut { value, borrow: b })
                }
                None => Err(BorrowMutError),
            }
        }
        pub fn as_ptr(&self) -> *mut T {
            self.value.get()
        }
        pub fn get_mut(&mut self) -> &mut T {
            self.value.get_mut()
        }
        pub unsafe fn try_borrow_unguarded(&self) -> Result<&T, BorrowError> {
            if self.borrow.get() < 0 {
                Err(BorrowError)
            } else {
                Ok(unsafe { &*self.value.get() })
            }
        }
    }
    impl<T: Default> Default for RefCell<T> {
        fn default() -> RefCell<T> {
            RefCell::new(T::default())
        }
    }
    impl<T: Clone> Clone for RefCell<T> {
        fn clone(&self) -> RefCell<T> {
            RefCell::new(self.borrow().clone())
        }
    }

    struct BorrowRef<'b> {
        borrow: &'b Cell<isize>,
    }
    impl<'b> BorrowRef<'b> {
        fn new(borrow: &'b Cell<isize>) -> Option<BorrowRef<'b>> {
            let b = borrow.get().wrapping_add(1);
            if b <= 0 {
                None
            } else {
                borrow.replace(b);
                Some(BorrowRef { borrow })
            }
        }
    }
    impl<'b> Drop for BorrowRef<'b> {
        fn drop(&mut self) {
            let b = self.borrow.get();
            self.borrow.replace(b - 1);
        }
    }
    impl<'b> Clone for BorrowRef<'b> {
        fn clone(&self) -> BorrowRef<'b> {
            let b = self.borrow.get();
            self.borrow.replace(b + 1);
            BorrowRef { borrow: self.borrow }
        }
    }

    pub struct Ref<'b, T: ?Sized> {
        value: NonNull<T>,
        borrow: BorrowRef<'b>,
    }
    impl<'b, T: ?Sized> Deref for Ref<'b, T> {
        type Target = T;
        fn deref(&self) -> &T {
            unsafe { self.value.as_ref() }
        }
    }
    impl<'b, T: ?Sized> Ref<'b, T> {
        pub fn clone(orig: &Ref<'b, T>) -> Ref<'b, T> {
            Ref { value: orig.value, borrow: orig.borrow.clone() }
        }
        pub fn map<U: ?Sized, F: FnOnce(&T) -> &U>(orig: Ref<'b, T>, f: F) -> Ref<'b, U> {
            Ref { value: NonNull::from(f(&*orig)), borrow: orig.borrow }
        }
    }

    struct BorrowRefMut<'b> {
        borrow: &'b Cell<isize>,
    }
    impl<'b> BorrowRefMut<'b> {
        fn new(borrow: &'b Cell<isize>) -> Option<BorrowRefMut<'b>> {
            match borrow.get() {
                0 => {
                    borrow.replace(-1);
                    Some(BorrowRefMut { borrow })
                }
                _ => None,
            }
        }
        fn clone(&self) -> BorrowRefMut<'b> {
            let b = self.borrow.get();
            self.borrow.set(b - 1);
            BorrowRefMut { borrow: self.borrow }
        }
    }
    impl<'b> Drop for BorrowRefMut<'b> {
        fn drop(&mut self) {
            let b = self.borrow.get();
            self.borrow.replace(b + 1);
        }
    }

    pub struct RefMut<'b, T: ?Sized> {
        value: NonNull<T>,
        borrow: BorrowRefMut<'b>,
    }
    impl<'b, T: ?Sized> Deref for RefMut<'b, T> {
        type Target = T;
        fn deref(&self) -> &T {
            unsafe { self.value.as_ref() }
        }
    }
    impl<'b, T: ?Sized> DerefMut for RefMut<'b, T> {
        fn deref_mut(&mut self) -> &mut T {
            unsafe { self.value.as_mut() }
        }
    }
    impl<'b, T: ?Sized> RefMut<'b, T> {
        pub fn map<U: ?Sized, F: FnOnce(&mut T) -> &mut U>(mut orig: RefMut<'b, T>, f: F) -> RefMut<'b, U> {
            let value = NonNull::from(f(&mut *orig));
            RefMut { value, borrow: orig.borrow }
        }
        pub fn map_split<U: ?Sized, V: ?Sized, F: FnOnce(&mut T) -> (&mut U, &mut V)>(
            mut orig: RefMut<'b, T>,
            f: F,
        ) -> (RefMut<'b, U>, RefMut<'b, V>) {
            let borrow = orig.borrow.clone();
            let (a, b) = f(&mut *orig);
            let (a, b) = (NonNull::from(a), NonNull::from(b));
            (RefMut { value: a, borrow }, RefMut { value: b, borrow: orig.borrow })
        }
    }
}
