//! Several files as one zip.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::NamedBytes;
use crate::ExportError;

/// Packs files into one zip, deflated. The same files give the same bytes: no time of packing is kept.
///
/// # Errors
/// [`ExportError::Writer`] for a name that is taken twice or could leave the folder it is unpacked in.
pub fn zipped(files: &[NamedBytes]) -> Result<Vec<u8>, ExportError> {
    let failed = |error: zip::result::ZipError| ExportError::Writer(error.to_string());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .unix_permissions(0o644);
    for file in files {
        let leaves =
            file.name.contains(['/', '\\', ':']) || file.name.starts_with('.') || file.name.is_empty();
        if leaves {
            return Err(ExportError::Writer("a name is not fit for an archive".to_owned()));
        }
        zip.start_file(file.name.as_str(), options).map_err(failed)?;
        zip.write_all(&file.bytes)
            .map_err(|error| ExportError::Writer(error.to_string()))?;
    }
    Ok(zip.finish().map_err(failed)?.into_inner())
}
