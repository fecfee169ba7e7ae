public import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads whole files and writes files that appear whole or not at all.
public enum Files {
  /// The bytes of a file.
  public static func read(_ url: URL) throws(DataError) -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: url, options: .alwaysMapped))
    } catch {
      throw DataError("cannot read \(url.path): \(reason(error))")
    }
  }

  public static func read(path: String) throws(DataError) -> [UInt8] {
    try read(URL(fileURLWithPath: path))
  }

  /// The plain files under a folder with one of some endings, by their path inside it, sorted.
  ///
  /// Links that lead out of the folder and hidden files are left out; one level of folders is read.
  public static func texts(
    under path: String, endings: [String]
  ) throws(DataError) -> [(name: String, bytes: [UInt8])] {
    let manager = FileManager.default
    let root = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    func names(_ folder: URL) throws(DataError) -> [String] {
      do {
        return try manager.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".") }
      } catch {
        throw DataError("cannot read the folder \(path): \(reason(error))")
      }
    }
    var found: [String] = []
    for name in try names(root) {
      var isFolder: ObjCBool = false
      let url = root.appendingPathComponent(name)
      guard manager.fileExists(atPath: url.path, isDirectory: &isFolder) else { continue }
      found += isFolder.boolValue ? try names(url).map { "\(name)/\($0)" } : [name]
    }
    var files: [(name: String, bytes: [UInt8])] = []
    for name in found.sorted() where endings.contains(where: { name.hasSuffix($0) }) {
      let url = root.appendingPathComponent(name)
      guard url.resolvingSymlinksInPath().path.hasPrefix(root.path + "/") else { continue }
      let attributes = try? manager.attributesOfItem(atPath: url.resolvingSymlinksInPath().path)
      guard attributes?[.type] as? FileAttributeType == .typeRegular else { continue }
      let size = (attributes?[.size] as? Int) ?? 0
      guard size <= 64_000_000 else {
        throw DataError("\(name): a file of \(size) bytes; a scenario is text of at most 64 MB")
      }
      files.append((name, try read(url)))
    }
    return files
  }

  /// Writes beside the target and renames: an interrupted or failed write leaves the old file.
  public static func write(_ bytes: [UInt8], to url: URL) throws(DataError) {
    let manager = FileManager.default
    let folder = url.deletingLastPathComponent()
    do {
      try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw DataError("cannot make the folder \(folder.path): \(reason(error))")
    }
    let temporary = folder.appendingPathComponent(
      ".\(url.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier).part")
    let descriptor = open(temporary.path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else {
      throw DataError("cannot write \(url.path): \(String(cString: strerror(errno)))")
    }
    var written = 0
    var failure: Int32 = 0
    bytes.withUnsafeBytes { buffer in
      while written < buffer.count, failure == 0 {
        let count = Glibc.write(descriptor, buffer.baseAddress! + written, buffer.count - written)
        if count < 0 { failure = errno == EINTR ? 0 : errno } else { written += count }
      }
    }
    if failure == 0, fsync(descriptor) != 0, errno != EINVAL { failure = errno }
    if close(descriptor) != 0, failure == 0 { failure = errno }
    if failure == 0, rename(temporary.path, url.path) != 0 { failure = errno }
    guard failure == 0 else {
      unlink(temporary.path)
      throw DataError("cannot write \(url.path): \(String(cString: strerror(failure)))")
    }
  }

  /// Writes text to a path.
  public static func write(_ text: String, path: String) throws(DataError) {
    try write(Array(text.utf8), to: URL(fileURLWithPath: path))
  }

  public static func write(_ text: String, to url: URL) throws(DataError) {
    try write(Array(text.utf8), to: url)
  }

  /// What the system says, without Foundation's wrapping.
  static func reason(_ error: any Error) -> String {
    let error = error as NSError
    if let inner = error.userInfo[NSUnderlyingErrorKey] as? NSError,
      inner.domain == NSPOSIXErrorDomain
    {
      return String(cString: strerror(Int32(inner.code)))
    }
    return error.code == NSFileReadNoSuchFileError ? "no such file" : error.localizedDescription
  }
}
