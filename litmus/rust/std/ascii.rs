// Methods of u8 and char about ASCII, and the conversions of char. As with integers nothing branches on
// a value unless the result needs it.

pub mod ascii {
    fn pick<T>(first: bool, a: T, b: T) -> T {
        intrinsics::select_unpredictable::<T>(first, a, b)
    }
    fn within(c: u32, from: char, to: char) -> bool {
        (from as u32 <= c) & (c <= to as u32)
    }

    impl u8 {
        pub fn is_ascii(&self) -> bool {
            (*self as u32) < 128
        }
        pub fn is_ascii_digit(&self) -> bool {
            within(*self as u32, '0', '9')
        }
        pub fn is_ascii_lowercase(&self) -> bool {
            within(*self as u32, 'a', 'z')
        }
        pub fn is_ascii_uppercase(&self) -> bool {
            within(*self as u32, 'A', 'Z')
        }
        pub fn is_ascii_alphabetic(&self) -> bool {
            self.is_ascii_lowercase() | self.is_ascii_uppercase()
        }
        pub fn is_ascii_alphanumeric(&self) -> bool {
            self.is_ascii_alphabetic() | self.is_ascii_digit()
        }
        pub fn is_ascii_hexdigit(&self) -> bool {
            let c = *self as u32;
            within(c, '0', '9') | within(c, 'a', 'f') | within(c, 'A', 'F')
        }
        pub fn is_ascii_graphic(&self) -> bool {
            within(*self as u32, '!', '~')
        }
        pub fn is_ascii_punctuation(&self) -> bool {
            self.is_ascii_graphic() & !self.is_ascii_alphanumeric()
        }
        pub fn is_ascii_whitespace(&self) -> bool {
            let c = *self as u32;
            (c == 9) | (c == 10) | (c == 12) | (c == 13) | (c == 32) // not the vertical tab
        }
        pub fn is_ascii_control(&self) -> bool {
            let c = *self as u32;
            (c < 32) | (c == 127)
        }
        pub fn to_ascii_lowercase(&self) -> u8 {
            pick(self.is_ascii_uppercase(), *self | 32, *self)
        }
        pub fn to_ascii_uppercase(&self) -> u8 {
            pick(self.is_ascii_lowercase(), *self & !32, *self)
        }
        pub fn make_ascii_lowercase(&mut self) {
            *self = self.to_ascii_lowercase()
        }
        pub fn make_ascii_uppercase(&mut self) {
            *self = self.to_ascii_uppercase()
        }
        pub fn eq_ignore_ascii_case(&self, other: &u8) -> bool {
            self.to_ascii_lowercase() == other.to_ascii_lowercase()
        }
    }

    impl char {
        pub const MIN: char = '\0';
        pub const MAX: char = '\u{10FFFF}';
        pub const REPLACEMENT_CHARACTER: char = '\u{FFFD}';
        pub fn is_ascii(&self) -> bool {
            (*self as u32) < 128
        }
        pub fn is_ascii_digit(&self) -> bool {
            within(*self as u32, '0', '9')
        }
        pub fn is_ascii_lowercase(&self) -> bool {
            within(*self as u32, 'a', 'z')
        }
        pub fn is_ascii_uppercase(&self) -> bool {
            within(*self as u32, 'A', 'Z')
        }
        pub fn is_ascii_alphabetic(&self) -> bool {
            self.is_ascii_lowercase() | self.is_ascii_uppercase()
        }
        pub fn is_ascii_alphanumeric(&self) -> bool {
            self.is_ascii_alphabetic() | self.is_ascii_digit()
        }
        pub fn is_ascii_hexdigit(&self) -> bool {
            let c = *self as u32;
            within(c, '0', '9') | within(c, 'a', 'f') | within(c, 'A', 'F')
        }
        pub fn is_ascii_graphic(&self) -> bool {
            within(*self as u32, '!', '~')
        }
        pub fn is_ascii_punctuation(&self) -> bool {
            self.is_ascii_graphic() & !self.is_ascii_alphanumeric()
        }
        pub fn is_ascii_whitespace(&self) -> bool {
            let c = *self as u32;
            (c == 9) | (c == 10) | (c == 12) | (c == 13) | (c == 32) // not the vertical tab
        }
        pub fn is_ascii_control(&self) -> bool {
            let c = *self as u32;
            (c < 32) | (c == 127)
        }
        pub fn to_ascii_lowercase(&self) -> char {
            crate::mem::transmute::<u32, char>(pick(self.is_ascii_uppercase(), *self as u32 | 32, *self as u32))
        }
        pub fn to_ascii_uppercase(&self) -> char {
            crate::mem::transmute::<u32, char>(pick(self.is_ascii_lowercase(), *self as u32 & !32, *self as u32))
        }
        pub fn make_ascii_lowercase(&mut self) {
            *self = self.to_ascii_lowercase()
        }
        pub fn make_ascii_uppercase(&mut self) {
            *self = self.to_ascii_uppercase()
        }
        pub fn eq_ignore_ascii_case(&self, other: &char) -> bool {
            self.to_ascii_lowercase() == other.to_ascii_lowercase()
        }
        pub fn from_u32(i: u32) -> Option<char> {
            if (i < 0xD800) | ((0xE000 <= i) & (i <= 0x10FFFF)) {
                Some(crate::mem::transmute::<u32, char>(i))
            } else {
                None
            }
        }
        pub unsafe fn from_u32_unchecked(i: u32) -> char {
            crate::mem::transmute::<u32, char>(i)
        }
        pub fn from_digit(num: u32, radix: u32) -> Option<char> {
            if radix > 36 {
                panic!("from_digit: radix is too high (maximum 36)");
            }
            if num >= radix {
                return None;
            }
            Some(pick(num < 10, num as u8 + b'0', num as u8 + (b'a' - 10)) as char)
        }
        pub fn to_digit(self, radix: u32) -> Option<u32> {
            if (radix < 2) | (radix > 36) {
                panic!("to_digit: invalid radix -- radix must be in the range 2 to 36 inclusive");
            }
            let c = self as u32;
            let letter = intrinsics::wrapping_sub::<u32>(c | 32, 'a' as u32);
            let value = pick(letter < 26, intrinsics::wrapping_add::<u32>(letter, 10), 36);
            let digit = pick(self.is_ascii_digit(), intrinsics::wrapping_sub::<u32>(c, '0' as u32), value);
            if digit < radix {
                Some(digit)
            } else {
                None
            }
        }
        pub fn is_digit(self, radix: u32) -> bool {
            self.to_digit(radix).is_some()
        }
        pub fn len_utf8(self) -> usize {
            let c = self as u32;
            1 + (c >= 0x80) as usize + (c >= 0x800) as usize + (c >= 0x10000) as usize
        }
        pub fn len_utf16(self) -> usize {
            1 + (self as u32 >= 0x10000) as usize
        }
    }
}
