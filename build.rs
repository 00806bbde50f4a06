//! Beside what an addon needs: cuts the explanations to what `explain` shows, so that nothing more of them is compiled in.

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    napi_build::setup();
    println!("cargo:rerun-if-changed=explanations");

    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    let mut files: Vec<_> = fs::read_dir("explanations")?.map(|file| Ok(file?.path())).collect::<io::Result<_>>()?;
    files.sort();
    let mut list = String::from("&[\n");
    for file in files {
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        if name == name.to_uppercase() && name != "README" && file.extension().is_some_and(|extension| extension == "md") {
            let shown = Path::new(&out).join(format!("{name}.txt"));
            fs::write(&shown, shown_of(&fs::read_to_string(&file)?))?;
            list += &format!("    ({name:?}, include_str!({shown:?})),\n");
        }
    }
    fs::write(Path::new(&out).join("explanations.rs"), list + "]")
}

/// The text without its title and its sources, and without the signs that only a renderer of Markdown reads.
fn shown_of(markdown: &str) -> String {
    let text = markdown.replace("\r\n", "\n");
    let text = text.split_once("\n## Sources").map_or(text.as_str(), |(before, _)| before);
    let text = text.split_once('\n').map_or("", |(_title, text)| text);
    let lines = text.trim().lines().map(|line| match line.strip_prefix("## ") {
        Some(heading) => format!("{heading}:"),
        None => line.replace('`', ""),
    });
    lines.collect::<Vec<_>>().join("\n")
}
