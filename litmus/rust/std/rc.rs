// Shared ownership. The counters lie in front of the value and are Cells, so a shared reference to
// the whole is interior-mutable there.

pub mod rc {
    use crate::ops::{Deref, DerefMut};
    use crate::cell::Cell;
    use crate::ptr::NonNull;

    #[repr(C)]
    struct RcInner<T: ?Sized> {
        strong: Cell<usize>,
        weak: Cell<usize>,
        value: T,
    }

    #[lang = "rc"]
    #[coerce_unsized]
    pub struct Rc<T: ?Sized> {
        ptr: NonNull<RcInner<T>>,
    }
    impl<T> Rc<T> {
        pub fn new(value: T) -> Rc<T> {
            let inner = Box::new(RcInner { strong: Cell::new(1), weak: Cell::new(1), value });
            Rc { ptr: NonNull::from(Box::leak(inner)) }
        }
        pub fn try_unwrap(this: Rc<T>) -> Result<T, Rc<T>> {
            if Rc::strong_count(&this) != 1 {
                return Err(this);
            }
            let this = crate::mem::ManuallyDrop::new(this);
            let value = unsafe { crate::ptr::read(&**this as *const T) };
            this.inner().strong.set(0);
            let _weak = Weak { ptr: this.ptr };
            Ok(value)
        }
        pub fn into_inner(this: Rc<T>) -> Option<T> {
            Rc::try_unwrap(this).ok()
        }
        // The value is made while a Weak to its place exists, which cannot be upgraded before.
        pub fn new_cyclic<F: FnOnce(&Weak<T>) -> T>(data_fn: F) -> Rc<T> {
            let empty = RcInner {
                strong: Cell::new(0),
                weak: Cell::new(1),
                value: crate::mem::MaybeUninit::<T>::uninit(),
            };
            let ptr = NonNull::from(Box::leak(Box::new(empty))).cast::<RcInner<T>>();
            let weak = Weak { ptr };
            let value = data_fn(&weak);
            unsafe {
                let inner = ptr.as_ptr();
                crate::ptr::write(&raw mut (*inner).value, value);
                (*inner).strong.set(1);
            }
            crate::mem::forget(weak);
            Rc { ptr }
        }
        pub unsafe fn increment_strong_count(ptr: *const T) {
            let rc = crate::mem::ManuallyDrop::new(Rc::from_raw(ptr));
            let _more = crate::mem::ManuallyDrop::new((*rc).clone());
        }
        pub unsafe fn decrement_strong_count(ptr: *const T) {
            drop(Rc::from_raw(ptr));
        }
        pub unsafe fn from_raw(ptr: *const T) -> Rc<T> {
            let offset = offset_of!(RcInner<T>, value);
            let inner = ptr.byte_sub(offset) as *mut RcInner<T>;
            Rc { ptr: NonNull::new_unchecked(inner) }
        }
    }
    impl<T: ?Sized> Rc<T> {
        fn inner(&self) -> &RcInner<T> {
            unsafe { self.ptr.as_ref() }
        }
        pub fn as_ptr(this: &Rc<T>) -> *const T {
            let ptr: *mut RcInner<T> = this.ptr.as_ptr();
            unsafe { &raw mut (*ptr).value as *const T }
        }
        pub fn into_raw(this: Rc<T>) -> *const T {
            let this = crate::mem::ManuallyDrop::new(this);
            Rc::as_ptr(&*this)
        }
        pub fn strong_count(this: &Rc<T>) -> usize {
            this.inner().strong.get()
        }
        pub fn weak_count(this: &Rc<T>) -> usize {
            this.inner().weak.get() - 1
        }
        pub fn downgrade(this: &Rc<T>) -> Weak<T> {
            let inner = this.inner();
            inner.weak.set(inner.weak.get() + 1);
            Weak { ptr: this.ptr }
        }
        fn is_unique(this: &Rc<T>) -> bool {
            Rc::weak_count(this) == 0 && Rc::strong_count(this) == 1
        }
        pub fn get_mut(this: &mut Rc<T>) -> Option<&mut T> {
            if Rc::is_unique(this) {
                unsafe { Some(&mut (*this.ptr.as_ptr()).value) }
            } else {
                None
            }
        }
        pub fn make_mut(this: &mut Rc<T>) -> &mut T {
            if !Rc::is_unique(this) {
                let copy = Rc::new((**this).clone());
                *this = copy;
            }
            unsafe { &mut (*this.ptr.as_ptr()).value }
        }
        pub fn ptr_eq(this: &Rc<T>, other: &Rc<T>) -> bool {
            this.ptr.as_ptr() as *const () == other.ptr.as_ptr() as *const ()
        }
    }
    impl<T: ?Sized> Clone for Rc<T> {
        fn clone(&self) -> Rc<T> {
            let inner = self.inner();
            inner.strong.set(inner.strong.get() + 1);
            Rc { ptr: self.ptr }
        }
    }
    impl<T: ?Sized> Deref for Rc<T> {
        type Target = T;
        fn deref(&self) -> &T {
            &self.inner().value
        }
    }
    impl<T: ?Sized> AsRef<T> for Rc<T> {
        fn as_ref(&self) -> &T {
            &**self
        }
    }
    impl<T: ?Sized> Drop for Rc<T> {
        fn drop(&mut self) {
            let strong = self.inner().strong.get() - 1;
            self.inner().strong.set(strong);
            if strong == 0 {
                // The weak reference that all strong ones hold together.
                let _weak = Weak { ptr: self.ptr };
                unsafe { crate::ptr::drop_in_place(&mut (*self.ptr.as_ptr()).value) }
            }
        }
    }
    impl<T: Default> Default for Rc<T> {
        fn default() -> Rc<T> {
            Rc::new(T::default())
        }
    }
    impl<T> From<T> for Rc<T> {
        fn from(value: T) -> Rc<T> {
            Rc::new(value)
        }
    }
    impl<T: ?Sized + PartialEq> PartialEq for Rc<T> {
        fn eq(&self, other: &Rc<T>) -> bool {
            **self == **other
        }
    }

    #[coerce_unsized]
    pub struct Weak<T: ?Sized> {
        ptr: NonNull<RcInner<T>>,
    }
    impl<T> Weak<T> {
        pub fn new() -> Weak<T> {
            let nowhere = usize::MAX as *mut RcInner<T>;
            Weak { ptr: unsafe { NonNull::new_unchecked(nowhere) } }
        }
    }
    impl<T: ?Sized> Weak<T> {
        fn counters(&self) -> Option<(&Cell<usize>, &Cell<usize>)> {
            let ptr = self.ptr.as_ptr();
            if (ptr as *const ()).addr() == usize::MAX {
                return None;
            }
            // No reference to the value is made: it may be gone.
            unsafe { Some((&(*ptr).strong, &(*ptr).weak)) }
        }
        pub fn upgrade(&self) -> Option<Rc<T>> {
            match self.counters() {
                Some((strong, _)) if strong.get() > 0 => {
                    strong.set(strong.get() + 1);
                    Some(Rc { ptr: self.ptr })
                }
                _ => None,
            }
        }
        pub fn strong_count(&self) -> usize {
            match self.counters() {
                Some((strong, _)) => strong.get(),
                None => 0,
            }
        }
        pub fn weak_count(&self) -> usize {
            match self.counters() {
                Some((strong, weak)) if strong.get() > 0 => weak.get() - 1,
                _ => 0,
            }
        }
        pub fn as_ptr(&self) -> *const T {
            let ptr = self.ptr.as_ptr();
            unsafe { &raw const (*ptr).value }
        }
        pub fn ptr_eq(&self, other: &Weak<T>) -> bool {
            self.ptr.as_ptr() as *const () == other.ptr.as_ptr() as *const ()
        }
    }
    impl<T: ?Sized> Clone for Weak<T> {
        fn clone(&self) -> Weak<T> {
            if let Some((_, weak)) = self.counters() {
                weak.set(weak.get() + 1);
            }
            Weak { ptr: self.ptr }
        }
    }
    impl<T> Default for Weak<T> {
        fn default() -> Weak<T> {
            Weak::new()
        }
    }
    impl<T: ?Sized> Drop for Weak<T> {
        fn drop(&mut self) {
            let last = match self.counters() {
                Some((_, weak)) => {
                    weak.set(weak.get() - 1);
                    weak.get() == 0
                }
                None => false,
            };
            if last {
                let ptr = self.ptr.as_ptr();
                unsafe {
                    let size = intrinsics::size_of_val::<RcInner<T>>(ptr);
                    let align = intrinsics::align_of_val::<RcInner<T>>(ptr);
                    intrinsics::dealloc(ptr as *mut u8, size, align);
                }
            }
        }
    }
}
