// The standard library of litmus: core's types and functions in our own Rust, above the intrinsics
// of the machine. It is parsed like a user's program; std, core and alloc are this one crate.
// Nothing here is checked until it is used, then for the types it is used with: bodies may rely on
// what their callers' types can do.
//
// #[lang = ".."] marks items that the compiler knows. `impl<I> I` under #[lang = "int"] holds for
// every integer type. What is `unsafe` here is so for callers; bodies are not checked for it.

pub mod prelude {
    pub use crate::boxed::Box;
    pub use crate::mem::{align_of, align_of_val, drop, size_of, size_of_val};
    pub use crate::option::Option::{self, None, Some};
    pub use crate::result::Result::{self, Err, Ok};
}

pub mod marker {
    pub struct PhantomData<T>;
    impl<T> Copy for PhantomData<T> {}

    #[lang = "pinned"]
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub struct PhantomPinned;
}

pub mod option {
    #[lang = "option"]
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub enum Option<T> {
        None,
        Some(T),
    }
    use Option::*;

    impl<T> Option<T> {
        pub fn is_some(&self) -> bool {
            match *self {
                Some(_) => true,
                None => false,
            }
        }
        pub fn is_none(&self) -> bool {
            !self.is_some()
        }
        pub fn unwrap(self) -> T {
            match self {
                Some(v) => v,
                None => panic!("called `Option::unwrap()` on a `None` value"),
            }
        }
        pub fn expect(self, message: &str) -> T {
            match self {
                Some(v) => v,
                None => panic!("{}", message),
            }
        }
        pub fn unwrap_or(self, default: T) -> T {
            match self {
                Some(v) => v,
                None => default,
            }
        }
        pub fn unwrap_or_default(self) -> T {
            match self {
                Some(v) => v,
                None => T::default(),
            }
        }
        pub unsafe fn unwrap_unchecked(self) -> T {
            match self {
                Some(v) => v,
                None => intrinsics::unreachable(),
            }
        }
        pub fn as_ref(&self) -> Option<&T> {
            match *self {
                Some(ref v) => Some(v),
                None => None,
            }
        }
        pub fn as_mut(&mut self) -> Option<&mut T> {
            match *self {
                Some(ref mut v) => Some(v),
                None => None,
            }
        }
        pub fn take(&mut self) -> Option<T> {
            crate::mem::replace(self, None)
        }
        pub fn replace(&mut self, value: T) -> Option<T> {
            crate::mem::replace(self, Some(value))
        }
        pub fn insert(&mut self, value: T) -> &mut T {
            *self = Some(value);
            self.as_mut().unwrap()
        }
        pub fn get_or_insert(&mut self, value: T) -> &mut T {
            if self.is_none() {
                *self = Some(value);
            }
            self.as_mut().unwrap()
        }
        pub fn ok_or<E>(self, err: E) -> Result<T, E> {
            match self {
                Some(v) => Ok(v),
                None => Err(err),
            }
        }
        pub fn and<U>(self, other: Option<U>) -> Option<U> {
            match self {
                Some(_) => other,
                None => None,
            }
        }
        pub fn or(self, other: Option<T>) -> Option<T> {
            match self {
                Some(v) => Some(v),
                None => other,
            }
        }
        pub fn xor(self, other: Option<T>) -> Option<T> {
            match (self, other) {
                (Some(a), None) => Some(a),
                (None, Some(b)) => Some(b),
                _ => None,
            }
        }
        pub fn zip<U>(self, other: Option<U>) -> Option<(T, U)> {
            match (self, other) {
                (Some(a), Some(b)) => Some((a, b)),
                _ => None,
            }
        }
        pub fn default() -> Option<T> {
            None
        }
    }

    impl<T> Option<&T> {
        pub fn copied(self) -> Option<T> {
            match self {
                Some(v) => Some(*v),
                None => None,
            }
        }
        pub fn cloned(self) -> Option<T> {
            match self {
                Some(v) => Some(v.clone()),
                None => None,
            }
        }
    }
    impl<T> Option<&mut T> {
        pub fn copied(self) -> Option<T> {
            match self {
                Some(v) => Some(*v),
                None => None,
            }
        }
    }
}

pub mod result {
    #[lang = "result"]
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub enum Result<T, E> {
        Ok(T),
        Err(E),
    }
    use Result::*;

    impl<T, E> Result<T, E> {
        pub fn is_ok(&self) -> bool {
            match *self {
                Ok(_) => true,
                Err(_) => false,
            }
        }
        pub fn is_err(&self) -> bool {
            !self.is_ok()
        }
        pub fn unwrap(self) -> T {
            match self {
                Ok(v) => v,
                Err(e) => panic!("called `Result::unwrap()` on an `Err` value: {:?}", e),
            }
        }
        pub fn unwrap_err(self) -> E {
            match self {
                Ok(v) => panic!("called `Result::unwrap_err()` on an `Ok` value: {:?}", v),
                Err(e) => e,
            }
        }
        pub fn expect(self, message: &str) -> T {
            match self {
                Ok(v) => v,
                Err(e) => panic!("{}: {:?}", message, e),
            }
        }
        pub fn unwrap_or(self, default: T) -> T {
            match self {
                Ok(v) => v,
                Err(_) => default,
            }
        }
        pub unsafe fn unwrap_unchecked(self) -> T {
            match self {
                Ok(v) => v,
                Err(_) => intrinsics::unreachable(),
            }
        }
        pub unsafe fn unwrap_err_unchecked(self) -> E {
            match self {
                Ok(_) => intrinsics::unreachable(),
                Err(e) => e,
            }
        }
        pub fn ok(self) -> Option<T> {
            match self {
                Ok(v) => Some(v),
                Err(_) => None,
            }
        }
        pub fn err(self) -> Option<E> {
            match self {
                Ok(_) => None,
                Err(e) => Some(e),
            }
        }
        pub fn as_ref(&self) -> Result<&T, &E> {
            match *self {
                Ok(ref v) => Ok(v),
                Err(ref e) => Err(e),
            }
        }
        pub fn as_mut(&mut self) -> Result<&mut T, &mut E> {
            match *self {
                Ok(ref mut v) => Ok(v),
                Err(ref mut e) => Err(e),
            }
        }
    }
}

pub mod boxed {
    #[lang = "owned_box"]
    pub struct Box<T>(T);

    impl<T> Box<T> {
        pub fn new(x: T) -> Box<T> {
            intrinsics::box_new::<T>(x)
        }
        pub unsafe fn from_raw(raw: *mut T) -> Box<T> {
            crate::mem::transmute::<*mut T, Box<T>>(raw)
        }
        pub fn into_raw(b: Box<T>) -> *mut T {
            let mut b = crate::mem::ManuallyDrop::new(b);
            &raw mut **b.deref_mut()
        }
        pub fn leak<'a>(b: Box<T>) -> &'a mut T {
            unsafe { &mut *Box::into_raw(b) }
        }
        pub fn as_ptr(b: &Box<T>) -> *const T {
            &raw const **b
        }
        pub fn as_mut_ptr(b: &mut Box<T>) -> *mut T {
            &raw mut **b
        }
        pub fn as_ref(&self) -> &T {
            &**self
        }
        pub fn as_mut(&mut self) -> &mut T {
            &mut **self
        }
        pub fn clone(&self) -> Box<T> {
            Box::new((**self).clone())
        }
    }
}

pub mod mem {
    #[lang = "transmute"]
    pub unsafe fn transmute<Src, Dst>(src: Src) -> Dst {
        intrinsics::unreachable()
    }
    pub unsafe fn transmute_copy<Src, Dst>(src: &Src) -> Dst {
        assert!(
            size_of::<Src>() >= size_of::<Dst>(),
            "cannot transmute_copy if Dst is larger than Src"
        );
        intrinsics::unaligned_read::<Dst>(src as *const Src as *const Dst)
    }
    pub fn swap<T>(x: &mut T, y: &mut T) {
        intrinsics::typed_swap_nonoverlapping::<T>(x, y);
    }
    pub fn replace<T>(dest: &mut T, src: T) -> T {
        let result = intrinsics::typed_read::<T>(dest);
        intrinsics::typed_write::<T>(dest, src);
        result
    }
    pub fn take<T>(dest: &mut T) -> T {
        replace(dest, T::default())
    }
    #[rustc_no_writable]
    pub fn forget<T>(t: T) {
        intrinsics::forget::<T>(t);
    }
    pub fn drop<T>(_x: T) {}
    pub fn size_of<T>() -> usize {
        intrinsics::size_of::<T>()
    }
    pub fn align_of<T>() -> usize {
        intrinsics::align_of::<T>()
    }
    pub fn size_of_val<T>(val: &T) -> usize {
        intrinsics::size_of_val::<T>(val)
    }
    pub fn align_of_val<T>(val: &T) -> usize {
        intrinsics::align_of_val::<T>(val)
    }
    pub fn needs_drop<T>() -> bool {
        intrinsics::needs_drop::<T>()
    }
    pub unsafe fn zeroed<T>() -> T {
        MaybeUninit::<T>::zeroed().assume_init()
    }
    pub unsafe fn uninitialized<T>() -> T {
        MaybeUninit::<T>::uninit().assume_init()
    }

    #[lang = "manually_drop"]
    #[repr(transparent)]
    #[derive(Clone, Copy, PartialEq)]
    pub struct ManuallyDrop<T> {
        value: T,
    }
    impl<T> ManuallyDrop<T> {
        #[rustc_no_writable]
        pub fn new(value: T) -> ManuallyDrop<T> {
            ManuallyDrop { value }
        }
        pub fn into_inner(slot: ManuallyDrop<T>) -> T {
            slot.value
        }
        pub unsafe fn take(slot: &mut ManuallyDrop<T>) -> T {
            intrinsics::typed_read::<T>(&slot.value)
        }
        pub unsafe fn drop(slot: &mut ManuallyDrop<T>) {
            crate::ptr::drop_in_place::<T>(&mut slot.value)
        }
        pub fn deref(&self) -> &T {
            &self.value
        }
        pub fn deref_mut(&mut self) -> &mut T {
            &mut self.value
        }
    }

    #[repr(transparent)]
    pub union MaybeUninit<T> {
        uninit: (),
        value: ManuallyDrop<T>,
    }
    impl<T: Copy> Copy for MaybeUninit<T> {}

    impl<T> MaybeUninit<T> {
        pub fn new(val: T) -> MaybeUninit<T> {
            MaybeUninit { value: ManuallyDrop::new(val) }
        }
        pub fn uninit() -> MaybeUninit<T> {
            MaybeUninit { uninit: () }
        }
        pub fn zeroed() -> MaybeUninit<T> {
            let mut u = MaybeUninit::<T>::uninit();
            intrinsics::write_bytes::<T>(u.as_mut_ptr(), 0u8, 1usize);
            u
        }
        pub fn write(&mut self, val: T) -> &mut T {
            *self = MaybeUninit::new(val);
            unsafe { self.assume_init_mut() }
        }
        pub fn as_ptr(&self) -> *const T {
            self as *const MaybeUninit<T> as *const T
        }
        pub fn as_mut_ptr(&mut self) -> *mut T {
            self as *mut MaybeUninit<T> as *mut T
        }
        pub unsafe fn assume_init(self) -> T {
            ManuallyDrop::into_inner(self.value)
        }
        pub unsafe fn assume_init_read(&self) -> T {
            intrinsics::typed_read::<T>(self.as_ptr())
        }
        pub unsafe fn assume_init_drop(&mut self) {
            crate::ptr::drop_in_place::<T>(self.as_mut_ptr())
        }
        pub unsafe fn assume_init_ref(&self) -> &T {
            &*self.as_ptr()
        }
        pub unsafe fn assume_init_mut(&mut self) -> &mut T {
            &mut *self.as_mut_ptr()
        }
    }
}

pub mod ptr {
    use crate::mem::{align_of, size_of};

    pub unsafe fn read<T>(src: *const T) -> T {
        intrinsics::typed_read::<T>(src)
    }
    pub unsafe fn write<T>(dst: *mut T, src: T) {
        intrinsics::typed_write::<T>(dst, src)
    }
    pub unsafe fn read_volatile<T>(src: *const T) -> T {
        intrinsics::volatile_load::<T>(src)
    }
    pub unsafe fn write_volatile<T>(dst: *mut T, src: T) {
        intrinsics::volatile_store::<T>(dst, src)
    }
    pub unsafe fn read_unaligned<T>(src: *const T) -> T {
        intrinsics::unaligned_read::<T>(src)
    }
    pub unsafe fn write_unaligned<T>(dst: *mut T, src: T) {
        intrinsics::unaligned_write::<T>(dst, src)
    }
    pub unsafe fn copy<T>(src: *const T, dst: *mut T, count: usize) {
        intrinsics::copy::<T>(src, dst, count)
    }
    pub unsafe fn copy_nonoverlapping<T>(src: *const T, dst: *mut T, count: usize) {
        intrinsics::copy_nonoverlapping::<T>(src, dst, count)
    }
    pub unsafe fn write_bytes<T>(dst: *mut T, val: u8, count: usize) {
        intrinsics::write_bytes::<T>(dst, val, count)
    }
    pub unsafe fn swap<T>(a: *mut T, b: *mut T) {
        let mut tmp = crate::mem::MaybeUninit::<T>::uninit();
        intrinsics::copy_nonoverlapping::<T>(a, tmp.as_mut_ptr(), 1);
        intrinsics::copy::<T>(b, a, 1);
        intrinsics::copy_nonoverlapping::<T>(tmp.as_ptr(), b, 1);
    }
    pub unsafe fn swap_nonoverlapping<T>(x: *mut T, y: *mut T, count: usize) {
        let bytes = intrinsics::unchecked_mul::<usize>(count, size_of::<T>());
        let (a, b) = (x.addr(), y.addr());
        let distance = if a < b { b.wrapping_sub(a) } else { a.wrapping_sub(b) };
        intrinsics::assert_unsafe_precondition(x.is_aligned() && y.is_aligned());
        intrinsics::assert_unsafe_precondition(bytes <= distance);
        let mut i = 0;
        while i < count {
            swap(x.add(i), y.add(i));
            i += 1;
        }
    }
    pub unsafe fn replace<T>(dst: *mut T, src: T) -> T {
        let result = intrinsics::typed_read::<T>(dst);
        intrinsics::typed_write::<T>(dst, src);
        result
    }
    pub unsafe fn drop_in_place<T>(to_drop: *mut T) {
        intrinsics::drop_in_place::<T>(to_drop)
    }
    pub fn null<T>() -> *const T {
        without_provenance(0)
    }
    pub fn null_mut<T>() -> *mut T {
        without_provenance_mut(0)
    }
    pub fn without_provenance<T>(addr: usize) -> *const T {
        crate::mem::transmute::<usize, *const T>(addr)
    }
    pub fn without_provenance_mut<T>(addr: usize) -> *mut T {
        crate::mem::transmute::<usize, *mut T>(addr)
    }
    pub fn dangling<T>() -> *const T {
        without_provenance(align_of::<T>())
    }
    pub fn dangling_mut<T>() -> *mut T {
        without_provenance_mut(align_of::<T>())
    }
    pub fn with_exposed_provenance<T>(addr: usize) -> *const T {
        addr as *const T
    }
    pub fn with_exposed_provenance_mut<T>(addr: usize) -> *mut T {
        addr as *mut T
    }
    pub fn eq<T>(a: *const T, b: *const T) -> bool {
        a == b
    }
    pub fn addr_eq<T, U>(a: *const T, b: *const U) -> bool {
        (a as *const ()) == (b as *const ())
    }
    pub fn fn_addr_eq<T, U>(a: T, b: U) -> bool {
        (a as *const ()) == (b as *const ())
    }
    pub fn from_ref<T>(r: &T) -> *const T {
        r
    }
    pub fn from_mut<T>(r: &mut T) -> *mut T {
        r
    }
    pub fn slice_from_raw_parts<T>(data: *const T, len: usize) -> *const [T] {
        intrinsics::slice_from_raw_parts::<T>(data, len)
    }
    pub fn slice_from_raw_parts_mut<T>(data: *mut T, len: usize) -> *mut [T] {
        intrinsics::slice_from_raw_parts::<T>(data, len) as *mut [T]
    }

    impl<T> *const T {
        pub fn is_null(self) -> bool {
            self.addr() == 0
        }
        pub fn cast<U>(self) -> *const U {
            self as *const U
        }
        pub fn cast_mut(self) -> *mut T {
            self as *mut T
        }
        pub fn addr(self) -> usize {
            crate::mem::transmute::<*const (), usize>(self as *const ())
        }
        pub fn with_addr(self, addr: usize) -> *const T {
            intrinsics::with_addr::<T>(self, addr)
        }
        pub fn expose_provenance(self) -> usize {
            self as *const () as usize
        }
        pub unsafe fn read(self) -> T {
            intrinsics::typed_read::<T>(self)
        }
        pub unsafe fn read_volatile(self) -> T {
            intrinsics::volatile_load::<T>(self)
        }
        pub unsafe fn read_unaligned(self) -> T {
            intrinsics::unaligned_read::<T>(self)
        }
        pub unsafe fn add(self, count: usize) -> *const T {
            intrinsics::offset_usize::<T>(self, count)
        }
        pub unsafe fn sub(self, count: usize) -> *const T {
            intrinsics::sub_usize::<T>(self, count)
        }
        pub unsafe fn offset(self, count: isize) -> *const T {
            intrinsics::offset::<T>(self, count)
        }
        pub unsafe fn byte_add(self, count: usize) -> *const T {
            intrinsics::offset_usize::<u8>(self as *const u8, count) as *const T
        }
        pub unsafe fn byte_sub(self, count: usize) -> *const T {
            intrinsics::sub_usize::<u8>(self as *const u8, count) as *const T
        }
        pub unsafe fn byte_offset(self, count: isize) -> *const T {
            intrinsics::offset::<u8>(self as *const u8, count) as *const T
        }
        pub fn wrapping_add(self, count: usize) -> *const T {
            intrinsics::arith_offset::<T>(self, count as isize)
        }
        pub fn wrapping_sub(self, count: usize) -> *const T {
            intrinsics::arith_offset::<T>(self, (count as isize).wrapping_neg())
        }
        pub fn wrapping_offset(self, count: isize) -> *const T {
            intrinsics::arith_offset::<T>(self, count)
        }
        pub fn wrapping_byte_add(self, count: usize) -> *const T {
            intrinsics::arith_offset::<u8>(self as *const u8, count as isize) as *const T
        }
        pub fn wrapping_byte_sub(self, count: usize) -> *const T {
            intrinsics::arith_offset::<u8>(self as *const u8, (count as isize).wrapping_neg())
                as *const T
        }
        pub fn wrapping_byte_offset(self, count: isize) -> *const T {
            intrinsics::arith_offset::<u8>(self as *const u8, count) as *const T
        }
        pub unsafe fn offset_from(self, origin: *const T) -> isize {
            intrinsics::ptr_offset_from::<T>(self, origin)
        }
        pub unsafe fn offset_from_unsigned(self, origin: *const T) -> usize {
            intrinsics::ptr_offset_from_unsigned::<T>(self, origin)
        }
        pub unsafe fn byte_offset_from<U>(self, origin: *const U) -> isize {
            intrinsics::ptr_offset_from::<u8>(self as *const u8, origin as *const u8)
        }
        pub unsafe fn copy_to(self, dest: *mut T, count: usize) {
            intrinsics::copy::<T>(self, dest, count)
        }
        pub unsafe fn copy_to_nonoverlapping(self, dest: *mut T, count: usize) {
            intrinsics::copy_nonoverlapping::<T>(self, dest, count)
        }
        pub unsafe fn as_ref<'a>(self) -> Option<&'a T> {
            if self.is_null() {
                None
            } else {
                Some(&*self)
            }
        }
        pub unsafe fn as_ref_unchecked<'a>(self) -> &'a T {
            &*self
        }
        pub fn is_aligned(self) -> bool {
            self.addr() % align_of::<T>() == 0
        }
        pub fn align_offset(self, align: usize) -> usize {
            if !align.is_power_of_two() {
                panic!("align_offset: align is not a power-of-two");
            }
            let bytes = (align - self.addr() % align) % align;
            let size = size_of::<T>();
            if bytes == 0 {
                0
            } else if size == 0 || bytes % size != 0 {
                usize::MAX
            } else {
                bytes / size
            }
        }
    }

    impl<T> *mut T {
        pub fn is_null(self) -> bool {
            self.addr() == 0
        }
        pub fn cast<U>(self) -> *mut U {
            self as *mut U
        }
        pub fn cast_const(self) -> *const T {
            self as *const T
        }
        pub fn addr(self) -> usize {
            crate::mem::transmute::<*mut (), usize>(self as *mut ())
        }
        pub fn with_addr(self, addr: usize) -> *mut T {
            intrinsics::with_addr::<T>(self, addr) as *mut T
        }
        pub fn expose_provenance(self) -> usize {
            self as *mut () as usize
        }
        pub unsafe fn read(self) -> T {
            intrinsics::typed_read::<T>(self)
        }
        pub unsafe fn read_volatile(self) -> T {
            intrinsics::volatile_load::<T>(self)
        }
        pub unsafe fn read_unaligned(self) -> T {
            intrinsics::unaligned_read::<T>(self)
        }
        pub unsafe fn write(self, val: T) {
            intrinsics::typed_write::<T>(self, val)
        }
        pub unsafe fn write_volatile(self, val: T) {
            intrinsics::volatile_store::<T>(self, val)
        }
        pub unsafe fn write_unaligned(self, val: T) {
            intrinsics::unaligned_write::<T>(self, val)
        }
        pub unsafe fn write_bytes(self, val: u8, count: usize) {
            intrinsics::write_bytes::<T>(self, val, count)
        }
        pub unsafe fn replace(self, src: T) -> T {
            crate::ptr::replace(self, src)
        }
        pub unsafe fn swap(self, with: *mut T) {
            crate::ptr::swap(self, with)
        }
        pub unsafe fn drop_in_place(self) {
            crate::ptr::drop_in_place(self)
        }
        pub unsafe fn add(self, count: usize) -> *mut T {
            intrinsics::offset_usize::<T>(self, count) as *mut T
        }
        pub unsafe fn sub(self, count: usize) -> *mut T {
            intrinsics::sub_usize::<T>(self, count) as *mut T
        }
        pub unsafe fn offset(self, count: isize) -> *mut T {
            intrinsics::offset::<T>(self, count) as *mut T
        }
        pub unsafe fn byte_add(self, count: usize) -> *mut T {
            intrinsics::offset_usize::<u8>(self as *const u8, count) as *mut T
        }
        pub unsafe fn byte_sub(self, count: usize) -> *mut T {
            intrinsics::sub_usize::<u8>(self as *const u8, count) as *mut T
        }
        pub unsafe fn byte_offset(self, count: isize) -> *mut T {
            intrinsics::offset::<u8>(self as *const u8, count) as *mut T
        }
        pub fn wrapping_add(self, count: usize) -> *mut T {
            intrinsics::arith_offset::<T>(self, count as isize) as *mut T
        }
        pub fn wrapping_sub(self, count: usize) -> *mut T {
            intrinsics::arith_offset::<T>(self, (count as isize).wrapping_neg()) as *mut T
        }
        pub fn wrapping_offset(self, count: isize) -> *mut T {
            intrinsics::arith_offset::<T>(self, count) as *mut T
        }
        pub fn wrapping_byte_add(self, count: usize) -> *mut T {
            intrinsics::arith_offset::<u8>(self as *const u8, count as isize) as *mut T
        }
        pub fn wrapping_byte_sub(self, count: usize) -> *mut T {
            intrinsics::arith_offset::<u8>(self as *const u8, (count as isize).wrapping_neg())
                as *mut T
        }
        pub fn wrapping_byte_offset(self, count: isize) -> *mut T {
            intrinsics::arith_offset::<u8>(self as *const u8, count) as *mut T
        }
        pub unsafe fn offset_from(self, origin: *const T) -> isize {
            intrinsics::ptr_offset_from::<T>(self, origin)
        }
        pub unsafe fn offset_from_unsigned(self, origin: *const T) -> usize {
            intrinsics::ptr_offset_from_unsigned::<T>(self, origin)
        }
        pub unsafe fn byte_offset_from<U>(self, origin: *const U) -> isize {
            intrinsics::ptr_offset_from::<u8>(self as *const u8, origin as *const u8)
        }
        pub unsafe fn copy_to(self, dest: *mut T, count: usize) {
            intrinsics::copy::<T>(self, dest, count)
        }
        pub unsafe fn copy_to_nonoverlapping(self, dest: *mut T, count: usize) {
            intrinsics::copy_nonoverlapping::<T>(self, dest, count)
        }
        pub unsafe fn copy_from(self, src: *const T, count: usize) {
            intrinsics::copy::<T>(src, self, count)
        }
        pub unsafe fn copy_from_nonoverlapping(self, src: *const T, count: usize) {
            intrinsics::copy_nonoverlapping::<T>(src, self, count)
        }
        pub unsafe fn as_ref<'a>(self) -> Option<&'a T> {
            if self.is_null() {
                None
            } else {
                Some(&*self)
            }
        }
        pub unsafe fn as_mut<'a>(self) -> Option<&'a mut T> {
            if self.is_null() {
                None
            } else {
                Some(&mut *self)
            }
        }
        pub unsafe fn as_ref_unchecked<'a>(self) -> &'a T {
            &*self
        }
        pub unsafe fn as_mut_unchecked<'a>(self) -> &'a mut T {
            &mut *self
        }
        pub fn is_aligned(self) -> bool {
            self.addr() % align_of::<T>() == 0
        }
        pub fn align_offset(self, align: usize) -> usize {
            (self as *const T).align_offset(align)
        }
    }

    impl<T> *const [T] {
        pub fn len(self) -> usize {
            intrinsics::slice_len::<T>(self)
        }
        pub fn is_empty(self) -> bool {
            self.len() == 0
        }
        pub fn as_ptr(self) -> *const T {
            self as *const T
        }
    }
    impl<T> *mut [T] {
        pub fn len(self) -> usize {
            intrinsics::slice_len::<T>(self)
        }
        pub fn is_empty(self) -> bool {
            self.len() == 0
        }
        pub fn as_mut_ptr(self) -> *mut T {
            self as *mut T
        }
    }

    impl<T> &T {
        fn into_non_null(self) -> NonNull<T> {
            NonNull { pointer: self }
        }
    }
    impl<T> &mut T {
        fn into_non_null(self) -> NonNull<T> {
            NonNull { pointer: self as *mut T }
        }
    }

    #[lang = "not_zero"]
    #[repr(transparent)]
    #[derive(PartialEq)]
    pub struct NonNull<T> {
        pointer: *const T,
    }
    impl<T> Copy for NonNull<T> {}

    impl<T> NonNull<T> {
        pub fn new(ptr: *mut T) -> Option<NonNull<T>> {
            if ptr.is_null() {
                None
            } else {
                Some(NonNull { pointer: ptr })
            }
        }
        pub unsafe fn new_unchecked(ptr: *mut T) -> NonNull<T> {
            intrinsics::assert_unsafe_precondition(!ptr.is_null());
            NonNull { pointer: ptr }
        }
        pub fn dangling() -> NonNull<T> {
            NonNull { pointer: dangling::<T>() }
        }
        #[lang = "non_null_from"]
        pub fn from<R>(r: R) -> NonNull<T> {
            r.into_non_null()
        }
        pub fn from_ref(r: &T) -> NonNull<T> {
            NonNull { pointer: r }
        }
        pub fn from_mut(r: &mut T) -> NonNull<T> {
            NonNull { pointer: r as *mut T }
        }
        pub fn as_ptr(self) -> *mut T {
            self.pointer as *mut T
        }
        pub unsafe fn as_ref<'a>(&self) -> &'a T {
            &*self.pointer
        }
        pub unsafe fn as_mut<'a>(&mut self) -> &'a mut T {
            &mut *(self.pointer as *mut T)
        }
        pub fn cast<U>(self) -> NonNull<U> {
            NonNull { pointer: self.pointer as *const U }
        }
        pub fn addr(self) -> usize {
            self.pointer.addr()
        }
        pub unsafe fn read(self) -> T {
            intrinsics::typed_read::<T>(self.pointer)
        }
        pub unsafe fn write(self, val: T) {
            intrinsics::typed_write::<T>(self.pointer as *mut T, val)
        }
        pub unsafe fn add(self, count: usize) -> NonNull<T> {
            NonNull { pointer: intrinsics::offset_usize::<T>(self.pointer, count) }
        }
        pub unsafe fn sub(self, count: usize) -> NonNull<T> {
            NonNull { pointer: intrinsics::sub_usize::<T>(self.pointer, count) }
        }
        pub unsafe fn offset(self, count: isize) -> NonNull<T> {
            NonNull { pointer: intrinsics::offset::<T>(self.pointer, count) }
        }
        pub unsafe fn offset_from(self, origin: NonNull<T>) -> isize {
            intrinsics::ptr_offset_from::<T>(self.pointer, origin.pointer)
        }
        pub unsafe fn replace(self, src: T) -> T {
            crate::ptr::replace(self.pointer as *mut T, src)
        }
        pub unsafe fn swap(self, with: NonNull<T>) {
            crate::ptr::swap(self.pointer as *mut T, with.pointer as *mut T)
        }
        pub unsafe fn write_bytes(self, val: u8, count: usize) {
            intrinsics::write_bytes::<T>(self.pointer as *mut T, val, count)
        }
        pub unsafe fn copy_to(self, dest: NonNull<T>, count: usize) {
            intrinsics::copy::<T>(self.pointer, dest.pointer as *mut T, count)
        }
        pub unsafe fn copy_to_nonoverlapping(self, dest: NonNull<T>, count: usize) {
            intrinsics::copy_nonoverlapping::<T>(self.pointer, dest.pointer as *mut T, count)
        }
        pub unsafe fn drop_in_place(self) {
            crate::ptr::drop_in_place(self.pointer as *mut T)
        }
    }
}

pub mod cell {
    #[lang = "unsafe_cell"]
    #[repr(transparent)]
    pub struct UnsafeCell<T> {
        value: T,
    }
    impl<T> UnsafeCell<T> {
        pub fn new(value: T) -> UnsafeCell<T> {
            UnsafeCell { value }
        }
        pub fn into_inner(self) -> T {
            self.value
        }
        pub fn get(&self) -> *mut T {
            self as *const UnsafeCell<T> as *const T as *mut T
        }
        pub fn get_mut(&mut self) -> &mut T {
            &mut self.value
        }
        pub fn raw_get(this: *const UnsafeCell<T>) -> *mut T {
            this as *const T as *mut T
        }
    }

    #[repr(transparent)]
    pub struct Cell<T> {
        value: UnsafeCell<T>,
    }
    impl<T> Cell<T> {
        pub fn new(value: T) -> Cell<T> {
            Cell { value: UnsafeCell::new(value) }
        }
        pub fn set(&self, val: T) {
            self.replace(val);
        }
        pub fn get(&self) -> T {
            unsafe { *self.value.get() }
        }
        pub fn replace(&self, val: T) -> T {
            crate::mem::replace(unsafe { &mut *self.value.get() }, val)
        }
        pub fn take(&self) -> T {
            self.replace(T::default())
        }
        pub fn into_inner(self) -> T {
            self.value.into_inner()
        }
        pub fn swap(&self, other: &Cell<T>) {
            if self as *const Cell<T> == other as *const Cell<T> {
                return;
            }
            crate::ptr::swap(self.value.get(), other.value.get())
        }
        pub fn as_ptr(&self) -> *mut T {
            self.value.get()
        }
        pub fn get_mut(&mut self) -> &mut T {
            self.value.get_mut()
        }
        pub fn from_mut(t: &mut T) -> &Cell<T> {
            unsafe { &*(t as *mut T as *const Cell<T>) }
        }
    }
}

pub mod alloc {
    use crate::mem::{align_of, size_of};

    #[derive(Clone, Copy, Debug, PartialEq)]
    pub struct LayoutError;

    #[derive(Clone, Copy, PartialEq)]
    pub struct Layout {
        size: usize,
        align: usize,
    }
    impl Layout {
        fn is_valid(size: usize, align: usize) -> bool {
            align.is_power_of_two() && size <= isize::MAX as usize + 1 - align
        }
        pub fn new<T>() -> Layout {
            Layout { size: size_of::<T>(), align: align_of::<T>() }
        }
        pub fn for_value<T>(t: &T) -> Layout {
            Layout { size: crate::mem::size_of_val(t), align: crate::mem::align_of_val(t) }
        }
        pub fn from_size_align(size: usize, align: usize) -> Result<Layout, LayoutError> {
            if Layout::is_valid(size, align) {
                Ok(Layout { size, align })
            } else {
                Err(LayoutError)
            }
        }
        pub unsafe fn from_size_align_unchecked(size: usize, align: usize) -> Layout {
            intrinsics::assert_unsafe_precondition(Layout::is_valid(size, align));
            Layout { size, align }
        }
        pub fn array<T>(n: usize) -> Result<Layout, LayoutError> {
            match size_of::<T>().checked_mul(n) {
                Some(size) => Layout::from_size_align(size, align_of::<T>()),
                None => Err(LayoutError),
            }
        }
        pub fn size(&self) -> usize {
            self.size
        }
        pub fn align(&self) -> usize {
            self.align
        }
    }

    pub unsafe fn alloc(layout: Layout) -> *mut u8 {
        intrinsics::alloc(layout.size, layout.align)
    }
    pub unsafe fn alloc_zeroed(layout: Layout) -> *mut u8 {
        intrinsics::alloc_zeroed(layout.size, layout.align)
    }
    pub unsafe fn dealloc(ptr: *mut u8, layout: Layout) {
        intrinsics::dealloc(ptr, layout.size, layout.align)
    }
    pub unsafe fn realloc(ptr: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {
        intrinsics::realloc(ptr, layout.size, layout.align, new_size)
    }
    pub fn handle_alloc_error(layout: Layout) -> ! {
        intrinsics::abort()
    }

    // `alloc::boxed`, `alloc::alloc::alloc`: the crate alloc is this crate, so its module `alloc`
    // is found by either name.
}

pub mod hint {
    pub fn black_box<T>(dummy: T) -> T {
        intrinsics::black_box::<T>(dummy)
    }
    pub unsafe fn unreachable_unchecked() -> ! {
        intrinsics::unreachable()
    }
    pub unsafe fn assert_unchecked(cond: bool) {
        intrinsics::assume(cond)
    }
    pub fn spin_loop() {}
}

pub mod process {
    pub fn exit(code: i32) -> ! {
        intrinsics::exit(code)
    }
    pub fn abort() -> ! {
        intrinsics::abort()
    }
}

pub mod any {
    // What a caught panic left behind: its number among the panics of this run. The type stands for
    // `Box<dyn Any + Send>`.
    pub struct Payload {
        number: usize,
    }
    impl Payload {
        pub fn of(number: usize) -> Payload {
            Payload { number }
        }
        pub fn resume(self) -> ! {
            intrinsics::resume_unwind(self.number)
        }
    }
}

pub mod panic {
    use crate::any::Payload;
    use crate::mem::ManuallyDrop;

    #[lang = "assert_unwind_safe"]
    pub struct AssertUnwindSafe<T>(pub T);

    // What goes into the call of f and what comes out of it, in one place.
    union Passed<F, R> {
        f: ManuallyDrop<F>,
        result: ManuallyDrop<R>,
    }

    fn call<F: FnOnce() -> R, R>(data: *mut u8) {
        let data = unsafe { &mut *(data as *mut Passed<F, R>) };
        let f = unsafe { ManuallyDrop::take(&mut data.f) };
        data.result = ManuallyDrop::new(f());
    }

    pub fn catch_unwind<F: FnOnce() -> R, R>(f: F) -> Result<R, Payload> {
        let mut data = Passed::<F, R> { f: ManuallyDrop::new(f) };
        let number = intrinsics::catch_unwind(call::<F, R>, &raw mut data as *mut u8);
        if number != 0 {
            return Err(Payload::of(number));
        }
        Ok(ManuallyDrop::into_inner(unsafe { data.result }))
    }

    // The same as a thread of its own, which is run to its end.
    pub fn run_thread<F: FnOnce() -> R, R>(f: F) -> Result<R, Payload> {
        let mut data = Passed::<F, R> { f: ManuallyDrop::new(f) };
        let number = intrinsics::run_thread(call::<F, R>, &raw mut data as *mut u8);
        if number != 0 {
            return Err(Payload::of(number));
        }
        Ok(ManuallyDrop::into_inner(unsafe { data.result }))
    }

    pub fn resume_unwind(payload: Payload) -> ! {
        payload.resume()
    }
}

pub mod thread {
    use crate::any::Payload;
    use crate::cell::Cell;

    pub type Result<T> = crate::result::Result<T, Payload>;

    pub fn panicking() -> bool {
        intrinsics::panicking()
    }
    pub fn yield_now() {
        intrinsics::sequential();
    }

    // A thread has ended before anybody has its handle.
    pub struct JoinHandle<T> {
        result: Result<T>,
    }
    impl<T> JoinHandle<T> {
        pub fn join(self) -> Result<T> {
            self.result
        }
        pub fn is_finished(&self) -> bool {
            true
        }
    }

    pub fn spawn<F: FnOnce() -> T, T>(f: F) -> JoinHandle<T> {
        JoinHandle { result: crate::panic::run_thread(f) }
    }

    // How many threads panicked and were not joined.
    pub struct Scope<'scope, 'env: 'scope> {
        unhandled: Cell<usize>,
    }
    pub struct ScopedJoinHandle<'scope, T> {
        result: Result<T>,
        unhandled: *const Cell<usize>,
    }
    impl<'scope, 'env> Scope<'scope, 'env> {
        pub fn spawn<F: FnOnce() -> T, T>(&'scope self, f: F) -> ScopedJoinHandle<'scope, T> {
            let result = crate::panic::run_thread(f);
            if result.is_err() {
                self.unhandled.set(self.unhandled.get() + 1);
            }
            ScopedJoinHandle { result, unhandled: &self.unhandled }
        }
    }
    impl<'scope, T> ScopedJoinHandle<'scope, T> {
        pub fn join(self) -> Result<T> {
            if self.result.is_err() {
                let unhandled = unsafe { &*self.unhandled };
                unhandled.set(unhandled.get() - 1);
            }
            self.result
        }
        pub fn is_finished(&self) -> bool {
            true
        }
    }

    pub fn scope<'env, F, T>(f: F) -> T
    where
        F: for<'scope> FnOnce(&'scope Scope<'scope, 'env>) -> T,
    {
        let scope = Scope { unhandled: Cell::new(0) };
        let result = crate::panic::catch_unwind(|| f(&scope));
        match result {
            Err(payload) => payload.resume(),
            Ok(_) if scope.unhandled.get() != 0 => panic!("a scoped thread panicked"),
            Ok(value) => value,
        }
    }
}

// Threads are run one after the other, so that every operation is atomic; what the orderings allow
// is not explored.
pub mod sync {
    pub mod atomic {
        use crate::cell::UnsafeCell;

        #[derive(Clone, Copy, Debug, PartialEq)]
        pub enum Ordering {
            Relaxed,
            Release,
            Acquire,
            AcqRel,
            SeqCst,
        }

        #[repr(transparent)]
        pub struct Atomic<T> {
            value: UnsafeCell<T>,
        }
        pub type AtomicBool = Atomic<bool>;
        pub type AtomicI8 = Atomic<i8>;
        pub type AtomicU8 = Atomic<u8>;
        pub type AtomicI16 = Atomic<i16>;
        pub type AtomicU16 = Atomic<u16>;
        pub type AtomicI32 = Atomic<i32>;
        pub type AtomicU32 = Atomic<u32>;
        pub type AtomicI64 = Atomic<i64>;
        pub type AtomicU64 = Atomic<u64>;
        pub type AtomicIsize = Atomic<isize>;
        pub type AtomicUsize = Atomic<usize>;
        pub type AtomicPtr<T> = Atomic<*mut T>;

        impl<T> Atomic<T> {
            pub const fn new(value: T) -> Atomic<T> {
                Atomic { value: UnsafeCell::new(value) }
            }
            pub fn get_mut(&mut self) -> &mut T {
                self.value.get_mut()
            }
            pub fn into_inner(self) -> T {
                self.value.into_inner()
            }
            pub fn as_ptr(&self) -> *mut T {
                self.value.get()
            }
            pub unsafe fn from_ptr<'a>(ptr: *mut T) -> &'a Atomic<T> {
                unsafe { &*(ptr as *const Atomic<T>) }
            }
            pub fn load(&self, order: Ordering) -> T {
                match order {
                    Ordering::Release => panic!("there is no such thing as a release load"),
                    Ordering::AcqRel => panic!("there is no such thing as an acquire-release load"),
                    _ => unsafe { *self.value.get() },
                }
            }
            pub fn store(&self, value: T, order: Ordering) {
                match order {
                    Ordering::Acquire => panic!("there is no such thing as an acquire store"),
                    Ordering::AcqRel => {
                        panic!("there is no such thing as an acquire-release store")
                    }
                    _ => intrinsics::typed_write::<T>(self.value.get(), value),
                }
            }
            pub fn swap(&self, value: T, _order: Ordering) -> T {
                let old = unsafe { *self.value.get() };
                intrinsics::typed_write::<T>(self.value.get(), value);
                old
            }
            pub fn compare_exchange(
                &self,
                current: T,
                new: T,
                _success: Ordering,
                failure: Ordering,
            ) -> Result<T, T> {
                match failure {
                    Ordering::Release => {
                        panic!("there is no such thing as a release failure ordering")
                    }
                    Ordering::AcqRel => {
                        panic!("there is no such thing as an acquire-release failure ordering")
                    }
                    _ => {}
                }
                let old = unsafe { *self.value.get() };
                if old != current {
                    return Err(old);
                }
                intrinsics::typed_write::<T>(self.value.get(), new);
                Ok(old)
            }
            pub fn compare_exchange_weak(
                &self,
                current: T,
                new: T,
                success: Ordering,
                failure: Ordering,
            ) -> Result<T, T> {
                intrinsics::sequential();
                self.compare_exchange(current, new, success, failure)
            }
            pub fn fetch_update<F: FnMut(T) -> Option<T>>(
                &self,
                set: Ordering,
                fetch: Ordering,
                mut f: F,
            ) -> Result<T, T> {
                let old = self.load(fetch);
                match f(old) {
                    Some(new) => self.compare_exchange(old, new, set, fetch),
                    None => Err(old),
                }
            }
            pub fn fetch_add(&self, value: T, order: Ordering) -> T {
                self.swap(intrinsics::wrapping_add::<T>(unsafe { *self.value.get() }, value), order)
            }
            pub fn fetch_sub(&self, value: T, order: Ordering) -> T {
                self.swap(intrinsics::wrapping_sub::<T>(unsafe { *self.value.get() }, value), order)
            }
            pub fn fetch_and(&self, value: T, order: Ordering) -> T {
                self.swap(unsafe { *self.value.get() } & value, order)
            }
            pub fn fetch_or(&self, value: T, order: Ordering) -> T {
                self.swap(unsafe { *self.value.get() } | value, order)
            }
            pub fn fetch_xor(&self, value: T, order: Ordering) -> T {
                self.swap(unsafe { *self.value.get() } ^ value, order)
            }
            pub fn fetch_nand(&self, value: T, order: Ordering) -> T {
                self.swap(!(unsafe { *self.value.get() } & value), order)
            }
            pub fn fetch_max(&self, value: T, order: Ordering) -> T {
                let old = unsafe { *self.value.get() };
                self.swap(if old < value { value } else { old }, order)
            }
            pub fn fetch_min(&self, value: T, order: Ordering) -> T {
                let old = unsafe { *self.value.get() };
                self.swap(if value < old { value } else { old }, order)
            }
        }

        pub fn fence(order: Ordering) {
            if let Ordering::Relaxed = order {
                panic!("there is no such thing as a relaxed fence");
            }
        }
        pub fn compiler_fence(order: Ordering) {
            if let Ordering::Relaxed = order {
                panic!("there is no such thing as a relaxed compiler fence");
            }
        }
    }
}

pub mod convert {
    pub fn identity<T>(x: T) -> T {
        x
    }
    pub enum Infallible {}
}

pub mod cmp {
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub enum Ordering {
        Less = -1,
        Equal = 0,
        Greater = 1,
    }
    impl Ordering {
        pub fn reverse(self) -> Ordering {
            match self {
                Ordering::Less => Ordering::Greater,
                Ordering::Equal => Ordering::Equal,
                Ordering::Greater => Ordering::Less,
            }
        }
        pub fn is_lt(self) -> bool {
            self == Ordering::Less
        }
        pub fn is_eq(self) -> bool {
            self == Ordering::Equal
        }
        pub fn is_gt(self) -> bool {
            self == Ordering::Greater
        }
    }
    pub fn min<T>(a: T, b: T) -> T {
        if b < a {
            b
        } else {
            a
        }
    }
    pub fn max<T>(a: T, b: T) -> T {
        if b < a {
            a
        } else {
            b
        }
    }
}

pub mod ops {
    #[lang = "control_flow"]
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub enum ControlFlow<B, C = ()> {
        Continue(C),
        Break(B),
    }
    use ControlFlow::*;

    impl<B, C> ControlFlow<B, C> {
        pub fn is_break(&self) -> bool {
            match *self {
                Break(_) => true,
                Continue(_) => false,
            }
        }
        pub fn is_continue(&self) -> bool {
            !self.is_break()
        }
        pub fn break_value(self) -> Option<B> {
            match self {
                Break(b) => Some(b),
                Continue(_) => None,
            }
        }
        pub fn continue_value(self) -> Option<C> {
            match self {
                Break(_) => None,
                Continue(c) => Some(c),
            }
        }
    }

    // What `e?` calls: see try.c.
    mod try_ {
        use super::ControlFlow::{self, Break, Continue};
        use crate::convert::Infallible;

        #[lang = "option_branch"]
        fn option_branch<T>(o: Option<T>) -> ControlFlow<Option<Infallible>, T> {
            match o {
                Some(v) => Continue(v),
                None => Break(None),
            }
        }
        #[lang = "option_from_residual"]
        fn option_from_residual<T>(r: Option<Infallible>) -> Option<T> {
            match r {
                None => None,
            }
        }
        #[lang = "result_branch"]
        fn result_branch<T, E>(r: Result<T, E>) -> ControlFlow<Result<Infallible, E>, T> {
            match r {
                Ok(v) => Continue(v),
                Err(e) => Break(Err(e)),
            }
        }
        #[lang = "result_from_residual"]
        fn result_from_residual<T, E>(r: Result<Infallible, E>) -> Result<T, E> {
            match r {
                Err(e) => Err(e),
            }
        }
        #[lang = "control_flow_branch"]
        fn control_flow_branch<B, C>(
            c: ControlFlow<B, C>,
        ) -> ControlFlow<ControlFlow<B, Infallible>, C> {
            match c {
                Continue(c) => Continue(c),
                Break(b) => Break(Break(b)),
            }
        }
        #[lang = "control_flow_from_residual"]
        fn control_flow_from_residual<B, C>(
            r: ControlFlow<B, Infallible>,
        ) -> ControlFlow<B, C> {
            match r {
                Break(b) => Break(b),
            }
        }
    }

    #[lang = "range"]
    #[derive(Clone, PartialEq)]
    pub struct Range<Idx> {
        pub start: Idx,
        pub end: Idx,
    }
    #[lang = "range_inclusive"]
    #[derive(Clone, PartialEq)]
    pub struct RangeInclusive<Idx> {
        start: Idx,
        end: Idx,
    }
    #[lang = "range_from"]
    #[derive(Clone, PartialEq)]
    pub struct RangeFrom<Idx> {
        pub start: Idx,
    }
    #[lang = "range_to"]
    #[derive(Clone, Copy, PartialEq)]
    pub struct RangeTo<Idx> {
        pub end: Idx,
    }
    #[lang = "range_to_inclusive"]
    #[derive(Clone, Copy, PartialEq)]
    pub struct RangeToInclusive<Idx> {
        pub end: Idx,
    }
    #[lang = "range_full"]
    #[derive(Clone, Copy, PartialEq)]
    pub struct RangeFull;

    impl<T> Range<T> {
        pub fn contains(&self, item: &T) -> bool {
            self.start <= *item && *item < self.end
        }
        pub fn is_empty(&self) -> bool {
            !(self.start < self.end)
        }
    }
    impl<T> RangeInclusive<T> {
        pub fn contains(&self, item: &T) -> bool {
            self.start <= *item && *item <= self.end
        }
        pub fn start(&self) -> &T {
            &self.start
        }
        pub fn end(&self) -> &T {
            &self.end
        }
    }

    // The bounds [lo, hi) that a range means for a slice of length len.
    impl Range<usize> {
        fn slice_bounds(self, len: usize) -> (usize, usize) {
            if self.start > len {
                panic!("range start index {} out of range for slice of length {}", self.start, len);
            }
            if self.end > len {
                panic!("range end index {} out of range for slice of length {}", self.end, len);
            }
            if self.start > self.end {
                panic!("slice index starts at {} but ends at {}", self.start, self.end);
            }
            (self.start, self.end)
        }
    }
    impl RangeInclusive<usize> {
        fn slice_bounds(self, len: usize) -> (usize, usize) {
            if self.start <= len && self.end >= len {
                panic!("range end index {} out of range for slice of length {}", self.end, len);
            }
            (self.start..self.end.wrapping_add(1)).slice_bounds(len)
        }
    }
    impl RangeFrom<usize> {
        fn slice_bounds(self, len: usize) -> (usize, usize) {
            if self.start > len {
                panic!("range start index {} out of range for slice of length {}", self.start, len);
            }
            (self.start, len)
        }
    }
    impl RangeTo<usize> {
        fn slice_bounds(self, len: usize) -> (usize, usize) {
            (0..self.end).slice_bounds(len)
        }
    }
    impl RangeToInclusive<usize> {
        fn slice_bounds(self, len: usize) -> (usize, usize) {
            (0..=self.end).slice_bounds(len)
        }
    }
    impl RangeFull {
        fn slice_bounds(self, len: usize) -> (usize, usize) {
            (0, len)
        }
    }
}

pub mod slice {
    #[lang = "slice_index"]
    pub fn slice_index<T, R>(slice: &[T], range: R) -> &[T] {
        let (lo, hi) = range.slice_bounds(slice.len());
        unsafe { &*crate::ptr::slice_from_raw_parts(slice.as_ptr().add(lo), hi - lo) }
    }
    #[lang = "slice_index_mut"]
    pub fn slice_index_mut<T, R>(slice: &mut [T], range: R) -> &mut [T] {
        let (lo, hi) = range.slice_bounds(slice.len());
        unsafe { &mut *crate::ptr::slice_from_raw_parts_mut(slice.as_mut_ptr().add(lo), hi - lo) }
    }
    #[lang = "slice_eq"]
    pub fn slice_eq<T>(a: &[T], b: &[T]) -> bool {
        if a.len() != b.len() {
            return false;
        }
        let mut i = 0;
        while i < a.len() {
            if a[i] != b[i] {
                return false;
            }
            i += 1;
        }
        true
    }

    fn parts_are_valid<T>(data: *const T, len: usize) -> bool {
        let size = crate::mem::size_of::<T>();
        !data.is_null()
            && data.is_aligned()
            && (size == 0 || len <= isize::MAX as usize / size)
    }
    pub unsafe fn from_raw_parts<'a, T>(data: *const T, len: usize) -> &'a [T] {
        intrinsics::assert_unsafe_precondition(parts_are_valid(data, len));
        &*crate::ptr::slice_from_raw_parts(data, len)
    }
    pub unsafe fn from_raw_parts_mut<'a, T>(data: *mut T, len: usize) -> &'a mut [T] {
        intrinsics::assert_unsafe_precondition(parts_are_valid(data as *const T, len));
        &mut *crate::ptr::slice_from_raw_parts_mut(data, len)
    }
    pub fn from_ref<T>(s: &T) -> &[T] {
        unsafe { from_raw_parts(s, 1) }
    }
    pub fn from_mut<T>(s: &mut T) -> &mut [T] {
        unsafe { from_raw_parts_mut(s, 1) }
    }

    impl<T> [T] {
        pub fn len(&self) -> usize {
            intrinsics::slice_len::<T>(self)
        }
        pub fn is_empty(&self) -> bool {
            self.len() == 0
        }
        pub fn as_ptr(&self) -> *const T {
            self as *const [T] as *const T
        }
        #[rustc_no_writable]
        pub fn as_mut_ptr(&mut self) -> *mut T {
            self as *mut [T] as *mut T
        }
        pub fn get(&self, index: usize) -> Option<&T> {
            if index < self.len() {
                Some(unsafe { &*self.as_ptr().add(index) })
            } else {
                None
            }
        }
        pub fn get_mut(&mut self, index: usize) -> Option<&mut T> {
            if index < self.len() {
                Some(unsafe { &mut *self.as_mut_ptr().add(index) })
            } else {
                None
            }
        }
        pub unsafe fn get_unchecked(&self, index: usize) -> &T {
            intrinsics::assert_unsafe_precondition(index < self.len());
            &*self.as_ptr().add(index)
        }
        #[rustc_no_writable]
        pub unsafe fn get_unchecked_mut(&mut self, index: usize) -> &mut T {
            intrinsics::assert_unsafe_precondition(index < self.len());
            &mut *self.as_mut_ptr().add(index)
        }
        pub fn first(&self) -> Option<&T> {
            self.get(0)
        }
        pub fn first_mut(&mut self) -> Option<&mut T> {
            self.get_mut(0)
        }
        pub fn last(&self) -> Option<&T> {
            self.get(self.len().wrapping_sub(1))
        }
        pub fn last_mut(&mut self) -> Option<&mut T> {
            let n = self.len();
            self.get_mut(n.wrapping_sub(1))
        }
        pub fn swap(&mut self, a: usize, b: usize) {
            let pa = &raw mut self[a];
            let pb = &raw mut self[b];
            unsafe { crate::ptr::swap(pa, pb) }
        }
        pub fn reverse(&mut self) {
            let n = self.len();
            let mut i = 0;
            while i < n / 2 {
                self.swap(i, n - 1 - i);
                i += 1;
            }
        }
        pub fn split_at(&self, mid: usize) -> (&[T], &[T]) {
            if mid > self.len() {
                panic!("mid > len");
            }
            (&self[..mid], &self[mid..])
        }
        pub fn split_at_mut(&mut self, mid: usize) -> (&mut [T], &mut [T]) {
            let len = self.len();
            if mid > len {
                panic!("mid > len");
            }
            let ptr = self.as_mut_ptr();
            unsafe { (from_raw_parts_mut(ptr, mid), from_raw_parts_mut(ptr.add(mid), len - mid)) }
        }
        pub unsafe fn split_at_unchecked(&self, mid: usize) -> (&[T], &[T]) {
            let len = self.len();
            let ptr = self.as_ptr();
            intrinsics::assert_unsafe_precondition(mid <= len);
            (from_raw_parts(ptr, mid), from_raw_parts(ptr.add(mid), len - mid))
        }
        pub unsafe fn split_at_mut_unchecked(&mut self, mid: usize) -> (&mut [T], &mut [T]) {
            let len = self.len();
            let ptr = self.as_mut_ptr();
            intrinsics::assert_unsafe_precondition(mid <= len);
            (from_raw_parts_mut(ptr, mid), from_raw_parts_mut(ptr.add(mid), len - mid))
        }
        pub fn copy_from_slice(&mut self, src: &[T]) {
            if self.len() != src.len() {
                panic!(
                    "copy_from_slice: source slice length ({}) does not match destination slice length ({})",
                    src.len(),
                    self.len()
                );
            }
            let n = self.len();
            unsafe { intrinsics::copy_nonoverlapping::<T>(src.as_ptr(), self.as_mut_ptr(), n) }
        }
        pub fn fill(&mut self, value: T) {
            let mut i = 0;
            while i < self.len() {
                self[i] = value.clone();
                i += 1;
            }
        }
        pub fn contains(&self, x: &T) -> bool {
            let mut i = 0;
            while i < self.len() {
                if self[i] == *x {
                    return true;
                }
                i += 1;
            }
            false
        }
        pub fn starts_with(&self, needle: &[T]) -> bool {
            self.len() >= needle.len() && slice_eq(&self[..needle.len()], needle)
        }
    }

    impl<T, const N: usize> [T; N] {
        pub fn as_slice(&self) -> &[T] {
            self
        }
        pub fn as_mut_slice(&mut self) -> &mut [T] {
            self
        }
    }
}

pub mod array {
    pub fn from_ref<T>(s: &T) -> &[T; 1] {
        unsafe { &*(s as *const T as *const [T; 1]) }
    }
}

pub mod str {
    #[lang = "str_eq"]
    pub fn str_eq(a: &str, b: &str) -> bool {
        a.len() == b.len() && intrinsics::compare_bytes(a.as_ptr(), b.as_ptr(), a.len()) == 0
    }
    impl str {
        pub fn len(&self) -> usize {
            intrinsics::slice_len::<u8>(self as *const str as *const [u8])
        }
        pub fn is_empty(&self) -> bool {
            self.len() == 0
        }
        pub fn as_ptr(&self) -> *const u8 {
            self as *const str as *const u8
        }
        pub fn as_bytes(&self) -> &[u8] {
            unsafe { &*(self as *const str as *const [u8]) }
        }
    }
    pub unsafe fn from_utf8_unchecked(v: &[u8]) -> &str {
        &*(v as *const [u8] as *const str)
    }
}

pub mod num {
    #[derive(Clone, Copy, Debug, PartialEq)]
    #[public_fields]
    pub struct Wrapping<T>(pub T);

    #[lang = "not_zero"]
    #[repr(transparent)]
    #[derive(PartialEq)]
    pub struct NonZero<T> {
        value: T,
    }
    impl<T> Copy for NonZero<T> {}

    pub type NonZeroU8 = NonZero<u8>;
    pub type NonZeroU16 = NonZero<u16>;
    pub type NonZeroU32 = NonZero<u32>;
    pub type NonZeroU64 = NonZero<u64>;
    pub type NonZeroU128 = NonZero<u128>;
    pub type NonZeroUsize = NonZero<usize>;
    pub type NonZeroI8 = NonZero<i8>;
    pub type NonZeroI16 = NonZero<i16>;
    pub type NonZeroI32 = NonZero<i32>;
    pub type NonZeroI64 = NonZero<i64>;
    pub type NonZeroI128 = NonZero<i128>;
    pub type NonZeroIsize = NonZero<isize>;

    impl<T> NonZero<T> {
        pub fn new(n: T) -> Option<NonZero<T>> {
            if n == 0 {
                None
            } else {
                Some(NonZero { value: n })
            }
        }
        pub unsafe fn new_unchecked(n: T) -> NonZero<T> {
            intrinsics::assert_unsafe_precondition(n != 0);
            NonZero { value: n }
        }
        pub fn get(self) -> T {
            self.value
        }
    }

    #[lang = "unsigned_of"]
    type UnsignedOf<T> = T;

    #[lang = "int"]
    impl<I> I {
        pub const MIN: I = intrinsics::int_min::<I>();
        pub const MAX: I = intrinsics::int_max::<I>();
        pub const BITS: u32 = intrinsics::int_bits::<I>();

        pub fn default() -> I {
            0
        }
        pub fn from<S>(value: S) -> I {
            value as I
        }
        pub fn min_value() -> I {
            intrinsics::int_min::<I>()
        }
        pub fn max_value() -> I {
            intrinsics::int_max::<I>()
        }

        pub fn wrapping_add(self, rhs: I) -> I {
            intrinsics::wrapping_add::<I>(self, rhs)
        }
        pub fn wrapping_sub(self, rhs: I) -> I {
            intrinsics::wrapping_sub::<I>(self, rhs)
        }
        pub fn wrapping_mul(self, rhs: I) -> I {
            intrinsics::wrapping_mul::<I>(self, rhs)
        }
        pub fn wrapping_neg(self) -> I {
            intrinsics::wrapping_sub::<I>(0, self)
        }
        pub fn wrapping_shl(self, rhs: u32) -> I {
            intrinsics::wrapping_shl::<I>(self, rhs)
        }
        pub fn wrapping_shr(self, rhs: u32) -> I {
            intrinsics::wrapping_shr::<I>(self, rhs)
        }
        pub fn wrapping_div(self, rhs: I) -> I {
            self.overflowing_div(rhs).0
        }
        pub fn wrapping_rem(self, rhs: I) -> I {
            self.overflowing_rem(rhs).0
        }
        pub fn wrapping_pow(self, exp: u32) -> I {
            let mut result: I = 1;
            let mut i = 0;
            while i < exp {
                result = result.wrapping_mul(self);
                i += 1;
            }
            result
        }

        pub fn overflowing_add(self, rhs: I) -> (I, bool) {
            (intrinsics::wrapping_add::<I>(self, rhs), intrinsics::add_overflows::<I>(self, rhs))
        }
        pub fn overflowing_sub(self, rhs: I) -> (I, bool) {
            (intrinsics::wrapping_sub::<I>(self, rhs), intrinsics::sub_overflows::<I>(self, rhs))
        }
        pub fn overflowing_mul(self, rhs: I) -> (I, bool) {
            (intrinsics::wrapping_mul::<I>(self, rhs), intrinsics::mul_overflows::<I>(self, rhs))
        }
        pub fn overflowing_neg(self) -> (I, bool) {
            (intrinsics::wrapping_sub::<I>(0, self), intrinsics::sub_overflows::<I>(0, self))
        }
        pub fn overflowing_shl(self, rhs: u32) -> (I, bool) {
            (intrinsics::wrapping_shl::<I>(self, rhs), rhs >= intrinsics::int_bits::<I>())
        }
        pub fn overflowing_shr(self, rhs: u32) -> (I, bool) {
            (intrinsics::wrapping_shr::<I>(self, rhs), rhs >= intrinsics::int_bits::<I>())
        }
        pub fn overflowing_div(self, rhs: I) -> (I, bool) {
            if intrinsics::int_min::<I>() != 0 && self == intrinsics::int_min::<I>() && rhs == !0 {
                (self, true)
            } else {
                (self / rhs, false)
            }
        }
        pub fn overflowing_rem(self, rhs: I) -> (I, bool) {
            if intrinsics::int_min::<I>() != 0 && rhs == !0 {
                (0, self == intrinsics::int_min::<I>())
            } else {
                (self % rhs, false)
            }
        }

        pub fn checked_add(self, rhs: I) -> Option<I> {
            if intrinsics::add_overflows::<I>(self, rhs) {
                None
            } else {
                Some(intrinsics::wrapping_add::<I>(self, rhs))
            }
        }
        pub fn checked_sub(self, rhs: I) -> Option<I> {
            if intrinsics::sub_overflows::<I>(self, rhs) {
                None
            } else {
                Some(intrinsics::wrapping_sub::<I>(self, rhs))
            }
        }
        pub fn checked_mul(self, rhs: I) -> Option<I> {
            if intrinsics::mul_overflows::<I>(self, rhs) {
                None
            } else {
                Some(intrinsics::wrapping_mul::<I>(self, rhs))
            }
        }
        pub fn checked_neg(self) -> Option<I> {
            if intrinsics::sub_overflows::<I>(0, self) {
                None
            } else {
                Some(intrinsics::wrapping_sub::<I>(0, self))
            }
        }
        pub fn checked_shl(self, rhs: u32) -> Option<I> {
            if rhs < intrinsics::int_bits::<I>() {
                Some(intrinsics::wrapping_shl::<I>(self, rhs))
            } else {
                None
            }
        }
        pub fn checked_shr(self, rhs: u32) -> Option<I> {
            if rhs < intrinsics::int_bits::<I>() {
                Some(intrinsics::wrapping_shr::<I>(self, rhs))
            } else {
                None
            }
        }
        pub fn checked_div(self, rhs: I) -> Option<I> {
            if rhs == 0 {
                return None;
            }
            match self.overflowing_div(rhs) {
                (v, false) => Some(v),
                _ => None,
            }
        }
        pub fn checked_rem(self, rhs: I) -> Option<I> {
            if rhs == 0 {
                return None;
            }
            match self.overflowing_rem(rhs) {
                (v, false) => Some(v),
                _ => None,
            }
        }
        pub fn checked_pow(self, exp: u32) -> Option<I> {
            let mut result: I = 1;
            let mut i = 0;
            while i < exp {
                if intrinsics::mul_overflows::<I>(result, self) {
                    return None;
                }
                result = intrinsics::wrapping_mul::<I>(result, self);
                i += 1;
            }
            Some(result)
        }

        pub fn saturating_add(self, rhs: I) -> I {
            if !intrinsics::add_overflows::<I>(self, rhs) {
                intrinsics::wrapping_add::<I>(self, rhs)
            } else if rhs < 0 {
                intrinsics::int_min::<I>()
            } else {
                intrinsics::int_max::<I>()
            }
        }
        pub fn saturating_sub(self, rhs: I) -> I {
            if !intrinsics::sub_overflows::<I>(self, rhs) {
                intrinsics::wrapping_sub::<I>(self, rhs)
            } else if intrinsics::int_min::<I>() == 0 || rhs > 0 {
                intrinsics::int_min::<I>()
            } else {
                intrinsics::int_max::<I>()
            }
        }
        pub fn saturating_mul(self, rhs: I) -> I {
            if !intrinsics::mul_overflows::<I>(self, rhs) {
                intrinsics::wrapping_mul::<I>(self, rhs)
            } else if (self < 0) != (rhs < 0) {
                intrinsics::int_min::<I>()
            } else {
                intrinsics::int_max::<I>()
            }
        }

        pub unsafe fn unchecked_add(self, rhs: I) -> I {
            intrinsics::unchecked_add::<I>(self, rhs)
        }
        pub unsafe fn unchecked_sub(self, rhs: I) -> I {
            intrinsics::unchecked_sub::<I>(self, rhs)
        }
        pub unsafe fn unchecked_mul(self, rhs: I) -> I {
            intrinsics::unchecked_mul::<I>(self, rhs)
        }
        pub unsafe fn unchecked_shl(self, rhs: u32) -> I {
            intrinsics::unchecked_shl::<I>(self, rhs)
        }
        pub unsafe fn unchecked_shr(self, rhs: u32) -> I {
            intrinsics::unchecked_shr::<I>(self, rhs)
        }

        pub fn count_ones(self) -> u32 {
            intrinsics::ctpop::<I>(self)
        }
        pub fn count_zeros(self) -> u32 {
            intrinsics::ctpop::<I>(!self)
        }
        pub fn leading_zeros(self) -> u32 {
            intrinsics::ctlz::<I>(self)
        }
        pub fn trailing_zeros(self) -> u32 {
            intrinsics::cttz::<I>(self)
        }
        pub fn leading_ones(self) -> u32 {
            intrinsics::ctlz::<I>(!self)
        }
        pub fn trailing_ones(self) -> u32 {
            intrinsics::cttz::<I>(!self)
        }
        pub fn rotate_left(self, n: u32) -> I {
            intrinsics::rotate_left::<I>(self, n)
        }
        pub fn rotate_right(self, n: u32) -> I {
            intrinsics::rotate_right::<I>(self, n)
        }
        pub fn swap_bytes(self) -> I {
            intrinsics::bswap::<I>(self)
        }
        pub fn reverse_bits(self) -> I {
            intrinsics::bitreverse::<I>(self)
        }
        pub fn to_le(self) -> I {
            self
        }
        pub fn to_be(self) -> I {
            intrinsics::bswap::<I>(self)
        }
        pub fn from_le(x: I) -> I {
            x
        }
        pub fn from_be(x: I) -> I {
            intrinsics::bswap::<I>(x)
        }
        pub fn to_ne_bytes(self) -> [u8; intrinsics::size_of::<I>()] {
            crate::mem::transmute(self)
        }
        pub fn to_le_bytes(self) -> [u8; intrinsics::size_of::<I>()] {
            crate::mem::transmute(self)
        }
        pub fn to_be_bytes(self) -> [u8; intrinsics::size_of::<I>()] {
            crate::mem::transmute(intrinsics::bswap::<I>(self))
        }
        pub fn from_ne_bytes(bytes: [u8; intrinsics::size_of::<I>()]) -> I {
            crate::mem::transmute(bytes)
        }
        pub fn from_le_bytes(bytes: [u8; intrinsics::size_of::<I>()]) -> I {
            crate::mem::transmute(bytes)
        }
        pub fn from_be_bytes(bytes: [u8; intrinsics::size_of::<I>()]) -> I {
            intrinsics::bswap::<I>(crate::mem::transmute(bytes))
        }

        pub fn pow(self, exp: u32) -> I {
            let mut result: I = 1;
            let mut i = 0;
            while i < exp {
                result = result * self;
                i += 1;
            }
            result
        }
        pub fn min(self, other: I) -> I {
            if other < self {
                other
            } else {
                self
            }
        }
        pub fn max(self, other: I) -> I {
            if other < self {
                self
            } else {
                other
            }
        }
        pub fn clamp(self, min: I, max: I) -> I {
            assert!(min <= max);
            if self < min {
                min
            } else if self > max {
                max
            } else {
                self
            }
        }
        pub fn eq(&self, other: &I) -> bool {
            *self == *other
        }
        pub fn ne(&self, other: &I) -> bool {
            *self != *other
        }
        pub fn cmp(&self, other: &I) -> crate::cmp::Ordering {
            if *self < *other {
                crate::cmp::Ordering::Less
            } else if *self == *other {
                crate::cmp::Ordering::Equal
            } else {
                crate::cmp::Ordering::Greater
            }
        }
        pub fn div_euclid(self, rhs: I) -> I {
            let q = self / rhs;
            if self % rhs < 0 {
                if rhs > 0 {
                    q - 1
                } else {
                    q + 1
                }
            } else {
                q
            }
        }
        pub fn rem_euclid(self, rhs: I) -> I {
            let r = self % rhs;
            if r < 0 {
                if rhs < 0 {
                    r.wrapping_sub(rhs)
                } else {
                    r.wrapping_add(rhs)
                }
            } else {
                r
            }
        }
        pub fn abs_diff(self, other: I) -> UnsignedOf<I> {
            if self < other {
                (other as UnsignedOf<I>).wrapping_sub(self as UnsignedOf<I>)
            } else {
                (self as UnsignedOf<I>).wrapping_sub(other as UnsignedOf<I>)
            }
        }
    }

    #[lang = "signed"]
    impl<I> I {
        pub unsafe fn unchecked_neg(self) -> I {
            intrinsics::unchecked_sub::<I>(0, self)
        }
        pub fn abs(self) -> I {
            if self < 0 {
                -self
            } else {
                self
            }
        }
        pub fn wrapping_abs(self) -> I {
            if self < 0 {
                self.wrapping_neg()
            } else {
                self
            }
        }
        pub fn unsigned_abs(self) -> UnsignedOf<I> {
            self.wrapping_abs() as UnsignedOf<I>
        }
        pub fn checked_abs(self) -> Option<I> {
            if self == intrinsics::int_min::<I>() {
                None
            } else {
                Some(self.abs())
            }
        }
        pub fn signum(self) -> I {
            if self < 0 {
                -1
            } else if self == 0 {
                0
            } else {
                1
            }
        }
        pub fn is_negative(self) -> bool {
            self < 0
        }
        pub fn is_positive(self) -> bool {
            self > 0
        }
        pub fn cast_unsigned(self) -> UnsignedOf<I> {
            self as UnsignedOf<I>
        }
    }

    #[lang = "unsigned"]
    impl<I> I {
        pub fn is_power_of_two(self) -> bool {
            intrinsics::ctpop::<I>(self) == 1
        }
        pub fn next_power_of_two(self) -> I {
            let mut p: I = 1;
            while p < self {
                p = p * 2;
            }
            p
        }
        pub fn div_ceil(self, rhs: I) -> I {
            let q = self / rhs;
            if self % rhs > 0 {
                q + 1
            } else {
                q
            }
        }
        pub fn next_multiple_of(self, rhs: I) -> I {
            match self % rhs {
                0 => self,
                r => self + (rhs - r),
            }
        }
        pub fn is_multiple_of(self, rhs: I) -> bool {
            if rhs == 0 {
                self == 0
            } else {
                self % rhs == 0
            }
        }
    }

    impl u8 {
        pub fn is_ascii(&self) -> bool {
            *self < 128
        }
        pub fn is_ascii_digit(&self) -> bool {
            b'0' <= *self && *self <= b'9'
        }
        pub fn is_ascii_lowercase(&self) -> bool {
            b'a' <= *self && *self <= b'z'
        }
        pub fn is_ascii_uppercase(&self) -> bool {
            b'A' <= *self && *self <= b'Z'
        }
        pub fn is_ascii_alphabetic(&self) -> bool {
            self.is_ascii_lowercase() || self.is_ascii_uppercase()
        }
        pub fn to_ascii_uppercase(&self) -> u8 {
            if self.is_ascii_lowercase() {
                *self - 32
            } else {
                *self
            }
        }
        pub fn to_ascii_lowercase(&self) -> u8 {
            if self.is_ascii_uppercase() {
                *self + 32
            } else {
                *self
            }
        }
    }
}

pub mod char {
    pub const MAX: char = '\u{10FFFF}';
    impl char {
        pub const MAX: char = '\u{10FFFF}';
        pub fn from(c: u8) -> char {
            c as char
        }
        pub fn is_ascii(&self) -> bool {
            (*self as u32) < 128
        }
        pub fn is_ascii_digit(&self) -> bool {
            '0' <= *self && *self <= '9'
        }
        pub fn is_ascii_lowercase(&self) -> bool {
            'a' <= *self && *self <= 'z'
        }
        pub fn is_ascii_uppercase(&self) -> bool {
            'A' <= *self && *self <= 'Z'
        }
        pub fn is_ascii_alphabetic(&self) -> bool {
            self.is_ascii_lowercase() || self.is_ascii_uppercase()
        }
        pub fn from_u32(i: u32) -> Option<char> {
            if i < 0xD800 || (0xE000 <= i && i <= 0x10FFFF) {
                Some(crate::mem::transmute::<u32, char>(i))
            } else {
                None
            }
        }
        pub unsafe fn from_u32_unchecked(i: u32) -> char {
            crate::mem::transmute::<u32, char>(i)
        }
    }
    pub fn from_u32(i: u32) -> Option<char> {
        char::from_u32(i)
    }
    pub unsafe fn from_u32_unchecked(i: u32) -> char {
        crate::mem::transmute::<u32, char>(i)
    }
}

pub mod bool {
    impl bool {
        pub fn default() -> bool {
            false
        }
        pub fn then_some<T>(self, t: T) -> Option<T> {
            if self {
                Some(t)
            } else {
                None
            }
        }
    }
}

// core::i32::MAX and the like, from before associated constants
pub mod i8 {
    pub const MIN: i8 = -128;
    pub const MAX: i8 = 127;
}
pub mod i16 {
    pub const MIN: i16 = -32768;
    pub const MAX: i16 = 32767;
}
pub mod i32 {
    pub const MIN: i32 = -2147483648;
    pub const MAX: i32 = 2147483647;
}
pub mod i64 {
    pub const MIN: i64 = -9223372036854775808;
    pub const MAX: i64 = 9223372036854775807;
}
pub mod isize {
    pub const MIN: isize = -9223372036854775808;
    pub const MAX: isize = 9223372036854775807;
}
pub mod u8 {
    pub const MIN: u8 = 0;
    pub const MAX: u8 = 255;
}
pub mod u16 {
    pub const MIN: u16 = 0;
    pub const MAX: u16 = 65535;
}
pub mod u32 {
    pub const MIN: u32 = 0;
    pub const MAX: u32 = 4294967295;
}
pub mod u64 {
    pub const MIN: u64 = 0;
    pub const MAX: u64 = 18446744073709551615;
}
pub mod usize {
    pub const MIN: usize = 0;
    pub const MAX: usize = 18446744073709551615;
}
