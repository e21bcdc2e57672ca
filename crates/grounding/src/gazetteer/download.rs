//! Fetches a country's GeoNames dump. The only part of the crate that uses the network, and only when
//! the user asks for it.

use crate::GroundingError;
use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

/// Where GeoNames publishes its dumps.
pub const GEONAMES: &str = "https://download.geonames.org/export/dump";

/// What will be fetched, and where it will lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Address of the archive.
    pub url: String,
    /// The archive while and after it is fetched; a part of it is gone on with.
    pub archive: PathBuf,
    /// The dump that is taken out of it.
    pub dump: PathBuf,
}

/// Plans the installation of a country (`SY`) into a folder. An error for what is no two-letter code.
pub fn plan(base: &str, country: &str, folder: &Path) -> Result<Plan, GroundingError> {
    let code = country.to_ascii_uppercase();
    let url = format!("{}/{code}.zip", base.trim_end_matches('/'));
    if code.len() != 2 || !code.bytes().all(|b| b.is_ascii_alphabetic()) {
        return Err(GroundingError::Download {
            url,
            reason: format!("{country:?} is no two-letter country code"),
        });
    }
    Ok(Plan {
        url,
        archive: folder.join(format!("{code}.zip.part")),
        dump: folder.join(format!("{code}.txt")),
    })
}

/// Fetches the dump of a country into a folder and unpacks it. An interrupted download is gone on with.
/// `progress` is told the bytes that are there and, where the server says so, how many there will be.
pub fn download(
    base: &str,
    country: &str,
    folder: &Path,
    mut progress: impl FnMut(u64, Option<u64>),
) -> Result<PathBuf, GroundingError> {
    let plan = plan(base, country, folder)?;
    fetch(&plan, &mut progress)?;
    let archive = std::fs::read(&plan.archive).map_err(file_error(&plan.archive))?;
    let name = plan.dump.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let text = match unzip(&archive, &name) {
        Ok(text) => text,
        Err(reason) => {
            // A damaged archive is not gone on with the next time.
            std::fs::remove_file(&plan.archive).map_err(file_error(&plan.archive))?;
            return Err(GroundingError::Download { url: plan.url, reason });
        }
    };
    std::fs::write(&plan.dump, text).map_err(file_error(&plan.dump))?;
    std::fs::remove_file(&plan.archive).map_err(file_error(&plan.archive))?;
    Ok(plan.dump)
}

fn fetch(plan: &Plan, progress: &mut impl FnMut(u64, Option<u64>)) -> Result<(), GroundingError> {
    let failed = |reason: String| GroundingError::Download { url: plan.url.clone(), reason };
    let mut have = std::fs::metadata(&plan.archive).map_or(0, |m| m.len());
    let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
    let mut request = agent.get(&plan.url);
    if have > 0 {
        request = request.header("Range", format!("bytes={have}-"));
    }
    let mut response = request.call().map_err(|e| failed(e.to_string()))?;
    match response.status().as_u16() {
        206 => {}
        // The part that is there is the whole.
        416 if have > 0 => return Ok(()),
        200 => have = 0,
        status => return Err(failed(format!("the server answered {status}"))),
    }
    let length = response.headers().get("content-length").and_then(|v| v.to_str().ok()?.parse::<u64>().ok());
    let total = length.map(|n| n + have);
    let mut file = open(&plan.archive, have)?;
    let mut reader = response.body_mut().as_reader();
    let mut buffer = vec![0u8; 64 * 1024];
    loop {
        let n = reader.read(&mut buffer).map_err(|e| failed(e.to_string()))?;
        if n == 0 {
            break;
        }
        file.write_all(&buffer[..n]).map_err(file_error(&plan.archive))?;
        have += n as u64;
        progress(have, total);
    }
    match total {
        Some(total) if have < total => {
            Err(failed(format!("cut off after {have} of {total} bytes; run it again to go on")))
        }
        _ => Ok(()),
    }
}

fn open(path: &Path, have: u64) -> Result<File, GroundingError> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(file_error(folder))?;
    }
    let mut options = OpenOptions::new();
    let options = if have > 0 { options.append(true) } else { options.write(true).truncate(true) };
    options.create(true).open(path).map_err(file_error(path))
}

fn file_error(path: &Path) -> impl FnOnce(std::io::Error) -> GroundingError {
    let path = path.to_owned();
    move |source| GroundingError::File { path, source }
}

/// Takes one member out of a ZIP archive: stored or deflated, found through the central directory.
fn unzip(archive: &[u8], member: &str) -> Result<Vec<u8>, String> {
    let broken = || "the archive is damaged; run the command again".to_owned();
    let end = archive.windows(4).rposition(|w| w == b"PK\x05\x06").ok_or_else(broken)?;
    let mut at = word(archive, end + 16).ok_or_else(broken)? as usize;
    while archive.get(at..at + 4) == Some(b"PK\x01\x02") {
        let lengths = [28, 30, 32].map(|o| half(archive, at + o).unwrap_or(0) as usize);
        let name = archive.get(at + 46..at + 46 + lengths[0]).ok_or_else(broken)?;
        if name == member.as_bytes() {
            return extract(archive, at).ok_or_else(broken);
        }
        at += 46 + lengths.iter().sum::<usize>();
    }
    Err(format!("the archive holds no {member}"))
}

fn extract(archive: &[u8], entry: usize) -> Option<Vec<u8>> {
    let method = half(archive, entry + 10)?;
    let crc = word(archive, entry + 16)?;
    let (packed, size) = (word(archive, entry + 20)? as usize, word(archive, entry + 24)? as usize);
    let local = word(archive, entry + 42)? as usize;
    let start = local + 30 + half(archive, local + 26)? as usize + half(archive, local + 28)? as usize;
    let data = archive.get(start..start + packed)?;
    let mut out = Vec::new();
    match method {
        0 => out.extend(data),
        8 => drop(flate2::read::DeflateDecoder::new(data).read_to_end(&mut out).ok()?),
        _ => return None,
    }
    let mut sum = flate2::Crc::new();
    sum.update(&out);
    (out.len() == size && sum.sum() == crc).then_some(out)
}

fn half(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{BufRead, BufReader};
    use std::net::TcpListener;

    /// A ZIP archive with one stored member.
    fn archive(name: &str, content: &[u8]) -> Vec<u8> {
        let mut sum = flate2::Crc::new();
        sum.update(content);
        let (crc, size) = (sum.sum().to_le_bytes(), (content.len() as u32).to_le_bytes());
        let mut out = b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0".to_vec();
        out.extend(crc.iter().chain(&size).chain(&size));
        out.extend((name.len() as u16).to_le_bytes().iter().chain(&[0, 0]));
        out.extend(name.bytes());
        out.extend(content);
        let directory = out.len() as u32;
        out.extend(b"PK\x01\x02\x14\0\x14\0\0\0\0\0\0\0\0\0");
        out.extend(crc.iter().chain(&size).chain(&size));
        out.extend((name.len() as u16).to_le_bytes());
        out.extend([0; 16]);
        out.extend(name.bytes());
        let length = out.len() as u32 - directory;
        out.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
        out.extend(length.to_le_bytes());
        out.extend(directory.to_le_bytes());
        out.extend([0, 0]);
        out
    }

    /// Serves the bytes to so many requests; the first is cut off after `cut` bytes. Gives the base
    /// address and, when done, the Range headers it saw.
    fn serve(
        bytes: Vec<u8>,
        cut: Option<usize>,
        requests: usize,
    ) -> (String, std::thread::JoinHandle<Vec<String>>) {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let base = format!("http://{}", listener.local_addr().expect("bound"));
        let handle = std::thread::spawn(move || {
            let mut ranges = Vec::new();
            for n in 0..requests {
                let (mut stream, _) = listener.accept().expect("a request");
                let mut range = String::new();
                for line in BufReader::new(stream.try_clone().expect("a socket")).lines() {
                    let line = line.expect("a header").to_lowercase();
                    if line.is_empty() {
                        break;
                    }
                    if let Some(value) = line.strip_prefix("range: bytes=") {
                        range = value.to_owned();
                    }
                }
                let from: usize = range.trim_end_matches('-').parse().unwrap_or(0);
                let status = if range.is_empty() { "200 OK" } else { "206 Partial Content" };
                let rest = &bytes[from..];
                let sent = cut.filter(|_| n == 0).map_or(rest, |cut| &rest[..cut]);
                let head = format!(
                    "HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
                    rest.len()
                );
                stream.write_all(head.as_bytes()).expect("head");
                stream.write_all(sent).expect("body");
                ranges.push(range);
            }
            ranges
        });
        (base, handle)
    }

    #[test]
    fn an_interrupted_download_is_gone_on_with() {
        let content = "1\tKeld\n".repeat(5000);
        let bytes = archive("SY.txt", content.as_bytes());
        let (base, server) = serve(bytes, Some(9000), 2);
        let folder = tempfile::tempdir().expect("a folder");
        let first = download(&base, "sy", folder.path(), |_, _| ());
        assert!(matches!(first, Err(GroundingError::Download { .. })), "{first:?}");
        let mut seen = Vec::new();
        let dump =
            download(&base, "sy", folder.path(), |have, total| seen.push((have, total))).expect("the rest");
        assert_eq!(std::fs::read_to_string(dump).expect("the dump"), content);
        assert_eq!(server.join().expect("server"), ["", "9000-"]);
        assert!(seen.last().is_some_and(|(have, total)| Some(*have) == *total), "{seen:?}");
    }

    #[test]
    fn what_is_no_archive_is_said_and_not_kept() {
        let (base, server) = serve(b"<html>no such file</html>".to_vec(), None, 1);
        let folder = tempfile::tempdir().expect("a folder");
        let failed = download(&base, "IQ", folder.path(), |_, _| ());
        assert!(matches!(failed, Err(GroundingError::Download { .. })), "{failed:?}");
        assert_eq!(std::fs::read_dir(folder.path()).expect("folder").count(), 0);
        server.join().expect("server");
    }

    #[test]
    fn only_country_codes_are_fetched() {
        for wrong in ["", "syria", "../x", "S1"] {
            assert!(plan(GEONAMES, wrong, Path::new("x")).is_err(), "{wrong}");
        }
        let plan = plan(GEONAMES, "ye", Path::new("x")).expect("a code");
        assert_eq!(plan.url, "https://download.geonames.org/export/dump/YE.zip");
    }
}
