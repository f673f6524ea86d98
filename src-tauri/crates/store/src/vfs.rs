//! The door through which SQLite reaches a workspace file: its default VFS, with the main database moved
//! back by the length of the envelope.
//!
//! A workspace is one file, and its key must lie in front of the encrypted pages. SQLite has no setting for
//! "the database starts at byte 8192", so this shim adds that number to every offset of the main database and
//! leaves everything else (write-ahead log, shared memory, locks, temporary files) to the default VFS. It is
//! the only module with `unsafe` in it; the alternative, a second file for the key, is one that people forget
//! to copy.
//!
//! Memory mapping is not offered (`iVersion` 2): a mapped page would bypass the shift. On Windows locks are
//! mandatory byte ranges at 1 GiB, which are not shifted; a workspace must stay below that size there.
#![expect(
    unsafe_code,
    reason = "SQLite's file interface is a table of C functions over raw memory"
)]

use std::ffi::{CStr, c_char, c_int, c_void};
use std::ptr;
use std::sync::OnceLock;

use rusqlite::ffi::{self, sqlite3_file, sqlite3_filename, sqlite3_int64, sqlite3_io_methods, sqlite3_vfs};
use rusqlite::{Connection, OpenFlags};
use std::path::Path;

use crate::envelope::ENVELOPE_BYTES;
use crate::errors::{Result, StoreError, from_code};

const NAME: &CStr = c"outreach-envelope";
const SHIFT: sqlite3_int64 = ENVELOPE_BYTES as sqlite3_int64;

/// Bytes our own part of a file object takes; the default VFS's object follows. SQLite hands out memory
/// aligned to eight bytes and `sqlite3_file` is one pointer, so the second object is aligned as well.
const OWN_BYTES: usize = 8;
const _: () = assert!(size_of::<sqlite3_file>() <= OWN_BYTES && OWN_BYTES.is_multiple_of(align_of::<u64>()));

/// Opens the database behind the envelope of `path` and hands it its key.
pub(crate) fn open(path: &Path, key: &[u8; 32], flags: OpenFlags) -> Result<Connection> {
    register()?;
    let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_EXRESCODE;
    let connection = Connection::open_with_flags_and_vfs(path, flags, NAME)?;
    set_key(&connection, key)?;
    Ok(connection)
}

/// Hands SQLCipher the raw key, past the SQL parser: a `PRAGMA` would leave a copy of its text behind.
fn set_key(connection: &Connection, key: &[u8; 32]) -> Result<()> {
    use std::fmt::Write as _;
    let mut literal = zeroize::Zeroizing::new(String::with_capacity(67));
    literal.push_str("x'");
    for byte in key {
        write!(literal, "{byte:02x}").expect("writing into a string never fails");
    }
    literal.push('\'');
    // SAFETY: the handle is open for as long as `connection` lives; SQLCipher copies the bytes it is given.
    let code = unsafe {
        ffi::sqlite3_key_v2(
            connection.handle(),
            c"main".as_ptr(),
            literal.as_ptr().cast::<c_void>(),
            literal.len() as c_int,
        )
    };
    if code == ffi::SQLITE_OK {
        Ok(())
    } else {
        Err(from_code(code))
    }
}

/// Makes the VFS known to SQLite, once a process.
fn register() -> Result<()> {
    static REGISTERED: OnceLock<c_int> = OnceLock::new();
    let code = *REGISTERED.get_or_init(|| {
        // SAFETY: `sqlite3_vfs_find` initialises SQLite and returns its default VFS, which lives for ever.
        let real = unsafe { ffi::sqlite3_vfs_find(ptr::null()) };
        if real.is_null() {
            return ffi::SQLITE_ERROR;
        }
        // SAFETY: just checked not to be null; SQLite never changes a registered VFS's sizes.
        let (real_bytes, longest_path) = unsafe { ((*real).szOsFile, (*real).mxPathname) };
        let shim = sqlite3_vfs {
            iVersion: 2,
            szOsFile: OWN_BYTES as c_int + real_bytes,
            mxPathname: longest_path,
            pNext: ptr::null_mut(),
            zName: NAME.as_ptr(),
            pAppData: real.cast::<c_void>(),
            xOpen: Some(open_file),
            xDelete: Some(delete),
            xAccess: Some(access),
            xFullPathname: Some(full_pathname),
            // Extensions are never loaded; SQLite checks its own switch before it would call these.
            xDlOpen: None,
            xDlError: None,
            xDlSym: None,
            xDlClose: None,
            xRandomness: Some(randomness),
            xSleep: Some(sleep),
            xCurrentTime: Some(current_time),
            xGetLastError: Some(last_error),
            xCurrentTimeInt64: Some(current_time_int64),
            xSetSystemCall: None,
            xGetSystemCall: None,
            xNextSystemCall: None,
        };
        // SAFETY: the structure is leaked, so it outlives SQLite's use of it.
        unsafe { ffi::sqlite3_vfs_register(Box::leak(Box::new(shim)), 0) }
    });
    if code == ffi::SQLITE_OK {
        Ok(())
    } else {
        Err(StoreError::Database { code })
    }
}

/// The default VFS behind the shim.
///
/// # Safety
/// `vfs` is the shim that [`register`] made.
unsafe fn real_vfs(vfs: *mut sqlite3_vfs) -> *mut sqlite3_vfs {
    // SAFETY: by contract `vfs` is ours, and its `pAppData` was set to the default VFS.
    unsafe { (*vfs).pAppData.cast::<sqlite3_vfs>() }
}

/// Hands a call on the VFS to the default VFS.
macro_rules! hand_on {
    ($(fn $name:ident => $method:ident($($arg:ident: $ty:ty),*);)*) => {$(
        unsafe extern "C" fn $name(vfs: *mut sqlite3_vfs, $($arg: $ty),*) -> c_int {
            // SAFETY: SQLite calls with the shim it was given; the arguments are its own and passed on as is.
            unsafe {
                let real = real_vfs(vfs);
                match (*real).$method {
                    Some(method) => method(real, $($arg),*),
                    None => ffi::SQLITE_NOTFOUND,
                }
            }
        }
    )*};
}

hand_on! {
    fn delete => xDelete(name: *const c_char, sync_folder: c_int);
    fn access => xAccess(name: *const c_char, flags: c_int, out: *mut c_int);
    fn full_pathname => xFullPathname(name: *const c_char, room: c_int, out: *mut c_char);
    fn randomness => xRandomness(bytes: c_int, out: *mut c_char);
    fn sleep => xSleep(microseconds: c_int);
    fn current_time => xCurrentTime(out: *mut f64);
    fn last_error => xGetLastError(room: c_int, out: *mut c_char);
    fn current_time_int64 => xCurrentTimeInt64(out: *mut sqlite3_int64);
}

unsafe extern "C" fn open_file(
    vfs: *mut sqlite3_vfs,
    name: sqlite3_filename,
    file: *mut sqlite3_file,
    flags: c_int,
    out_flags: *mut c_int,
) -> c_int {
    // SAFETY: SQLite gives `szOsFile` bytes at `file`: our part and room for the default VFS's object.
    unsafe {
        let real = real_vfs(vfs);
        let Some(open) = (*real).xOpen else {
            return ffi::SQLITE_CANTOPEN;
        };
        if flags & ffi::SQLITE_OPEN_MAIN_DB == 0 {
            // Logs, journals and temporary files are the default VFS's own: its object lies right at `file`.
            return open(real, name, file, flags, out_flags);
        }
        (*file).pMethods = ptr::null();
        let inner = inner(file);
        (*inner).pMethods = ptr::null();
        let code = open(real, name, inner, flags, out_flags);
        if code == ffi::SQLITE_OK {
            (*file).pMethods = &raw const METHODS;
        } else if !(*inner).pMethods.is_null() {
            // The interface allows a failed open that still wants closing; SQLite only sees our half.
            if let Some(close) = (*(*inner).pMethods).xClose {
                close(inner);
            }
        }
        code
    }
}

/// The default VFS's object within a file object of ours.
///
/// # Safety
/// `file` was laid out by [`open_file`] for a main database.
unsafe fn inner(file: *mut sqlite3_file) -> *mut sqlite3_file {
    // SAFETY: `szOsFile` is OWN_BYTES plus the size of the default VFS's object.
    unsafe { file.byte_add(OWN_BYTES) }
}

/// Hands a call on a file to the default VFS's object.
macro_rules! hand_on_file {
    ($(fn $name:ident => $method:ident($($arg:ident: $ty:ty = $pass:expr),*);)*) => {$(
        unsafe extern "C" fn $name(file: *mut sqlite3_file, $($arg: $ty),*) -> c_int {
            // SAFETY: only files opened by `open_file` carry these methods, so the second object is there
            // and open; pointers are SQLite's own and passed on as they are.
            unsafe {
                let inner = inner(file);
                match (*(*inner).pMethods).$method {
                    Some(method) => method(inner, $($pass),*),
                    None => ffi::SQLITE_IOERR,
                }
            }
        }
    )*};
}

hand_on_file! {
    fn close => xClose();
    fn read => xRead(out: *mut c_void = out, bytes: c_int = bytes, at: sqlite3_int64 = at + SHIFT);
    fn write => xWrite(from: *const c_void = from, bytes: c_int = bytes, at: sqlite3_int64 = at + SHIFT);
    fn truncate => xTruncate(size: sqlite3_int64 = size + SHIFT);
    fn sync => xSync(flags: c_int = flags);
    fn lock => xLock(level: c_int = level);
    fn unlock => xUnlock(level: c_int = level);
    fn check_reserved => xCheckReservedLock(out: *mut c_int = out);
    fn sector_size => xSectorSize();
    fn device_characteristics => xDeviceCharacteristics();
    fn shm_map => xShmMap(page: c_int = page, size: c_int = size, extend: c_int = extend,
        out: *mut *mut c_void = out);
    fn shm_lock => xShmLock(offset: c_int = offset, n: c_int = n, flags: c_int = flags);
    fn shm_unmap => xShmUnmap(delete: c_int = delete);
    fn real_size => xFileSize(out: *mut sqlite3_int64 = out);
    fn real_control => xFileControl(op: c_int = op, argument: *mut c_void = argument);
}

unsafe extern "C" fn shm_barrier(file: *mut sqlite3_file) {
    // SAFETY: as in `hand_on_file`.
    unsafe {
        let inner = inner(file);
        if let Some(barrier) = (*(*inner).pMethods).xShmBarrier {
            barrier(inner);
        }
    }
}

unsafe extern "C" fn file_size(file: *mut sqlite3_file, out: *mut sqlite3_int64) -> c_int {
    // SAFETY: SQLite hands a valid place for the size; `real_size` filled it when the code is OK.
    unsafe {
        let code = real_size(file, out);
        if code == ffi::SQLITE_OK {
            if *out < SHIFT {
                return ffi::SQLITE_IOERR_SHORT_READ;
            }
            *out -= SHIFT;
        }
        code
    }
}

unsafe extern "C" fn control(file: *mut sqlite3_file, op: c_int, argument: *mut c_void) -> c_int {
    // SAFETY: for SIZE_HINT SQLite passes a pointer to the size it expects the database to reach.
    unsafe {
        match op {
            ffi::SQLITE_FCNTL_SIZE_HINT => {
                let mut hint = *argument.cast::<sqlite3_int64>() + SHIFT;
                real_control(file, op, (&raw mut hint).cast::<c_void>())
            }
            // Not offered, see the head of the module.
            ffi::SQLITE_FCNTL_MMAP_SIZE => ffi::SQLITE_NOTFOUND,
            _ => real_control(file, op, argument),
        }
    }
}

static METHODS: sqlite3_io_methods = sqlite3_io_methods {
    iVersion: 2,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(check_reserved),
    xFileControl: Some(control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(device_characteristics),
    xShmMap: Some(shm_map),
    xShmLock: Some(shm_lock),
    xShmBarrier: Some(shm_barrier),
    xShmUnmap: Some(shm_unmap),
    xFetch: None,
    xUnfetch: None,
};
