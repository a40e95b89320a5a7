//! Which sentence encoder the program uses: the file that was named, the installed one, or none.

use crate::input::{Error, reason};
use en_face::encode::Encoder;
use std::env;
use std::path::{Path, PathBuf};

/// The installed encoder's name, under the folders of [`installed`].
const NAME: &str = "zh-en.enface";

/// Where one is to be had, for whoever has none installed.
pub const PLACES: &str = "encoder/zh-en.enface of the files for web sites, or what `cargo xtask model` makes";

/// Loads the encoder that `choice` names; `none` is none, and nothing means the installed one if there is one.
pub fn load(choice: Option<&Path>) -> Result<Option<Encoder>, Error> {
    let file = choice.map(Path::to_owned).or_else(installed);
    let Some(file) = file.filter(|file| file.as_os_str() != "none") else { return Ok(None) };
    let bytes = std::fs::read(&file).map_err(|error| Error::new(&file, reason(&error)))?;
    Encoder::new(bytes).map(Some).map_err(|error| Error::new(&file, error))
}

/// The installed file: the one that `EN_FACE_ENCODER` names (`none` for none), else `share/en-face/zh-en.enface` beside the program's own
/// folder, else the same in the user's folder for data.
fn installed() -> Option<PathBuf> {
    if let Some(named) = env::var_os("EN_FACE_ENCODER").filter(|name| !name.is_empty()) {
        return Some(named.into());
    }
    let program = env::current_exe().ok().and_then(|file| file.canonicalize().ok());
    let beside =
        program.as_deref().and_then(|file| file.parent()?.parent()).map(|prefix| prefix.join("share"));
    let folder = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let home = || folder("HOME").map(|home| home.join(".local/share"));
    let data = folder("XDG_DATA_HOME").or_else(|| folder("LOCALAPPDATA")).or_else(home);
    let files = beside.into_iter().chain(data).map(|folder| folder.join("en-face").join(NAME));
    files.into_iter().find(|file| file.is_file())
}
