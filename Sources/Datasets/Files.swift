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
      throw DataError(.noInput, "cannot read \(url.path): \(reason(error))")
    }
  }

  public static func read(path: String) throws(DataError) -> [UInt8] {
    try read(URL(fileURLWithPath: path))
  }

  /// The plain files under a folder with one of some endings, by their path inside it, sorted.
  ///
  /// Links that lead out of the folder and hidden files are left out; one level of folders is read.
  public static func texts(
    under path: String, endings: [String], except: [String] = []
  ) throws(DataError) -> [(name: String, bytes: [UInt8])] {
    let manager = FileManager.default
    let root = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    func names(_ folder: URL) throws(DataError) -> [String] {
      do {
        return try manager.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".") }
      } catch {
        throw DataError(.noInput, "cannot read the folder \(path): \(reason(error))")
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
    for name in found.sorted()
    where endings.contains(where: { name.hasSuffix($0) }) && !except.contains(name) {
      let url = root.appendingPathComponent(name)
      guard url.resolvingSymlinksInPath().path.hasPrefix(root.path + "/") else { continue }
      let attributes = try? manager.attributesOfItem(atPath: url.resolvingSymlinksInPath().path)
      guard attributes?[.type] as? FileAttributeType == .typeRegular else { continue }
      let size = (attributes?[.size] as? Int) ?? 0
      guard size <= 64_000_000 else {
        throw DataError(
          .badData, "\(name): a file of \(size) bytes; a scenario is text of at most 64 MB")
      }
      files.append((name, try read(url)))
    }
    return files
  }

  /// Names in a folder, in order; what a point hides is left out.
  public static func entries(under path: String) throws(DataError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: path)
        .filter { !$0.hasPrefix(".") }.sorted()
    } catch {
      throw DataError(.noInput, "cannot read the folder \(path): \(reason(error))")
    }
  }

  /// A file that is written piece by piece beside its place and then renamed: an interrupted or failed
  /// write leaves the old one.
  final class Whole {
    private let url: URL
    private let temporary: URL
    private var descriptor: Int32

    init(_ url: URL) throws(DataError) {
      self.url = url
      let folder = url.deletingLastPathComponent()
      try Files.makeFolder(folder)
      // of its own for each writer, also among those of one process
      temporary = folder.appendingPathComponent(
        ".\(url.lastPathComponent).\(UUID().uuidString).part")
      descriptor = open(temporary.path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else { throw failure(errno) }
    }

    private func failure(_ code: Int32) -> DataError {
      DataError(.cannotWrite, "cannot write \(url.path): \(String(cString: strerror(code)))")
    }

    /// Appends bytes, or puts them over what stands at an offset.
    func write(_ bytes: [UInt8], at offset: Int? = nil) throws(DataError) {
      var (written, error) = (0, Int32(0))
      bytes.withUnsafeBytes { buffer in
        while written < buffer.count, error == 0 {
          let (from, left) = (buffer.baseAddress! + written, buffer.count - written)
          let count =
            offset.map { pwrite(descriptor, from, left, off_t($0 + written)) }
            ?? Glibc.write(descriptor, from, left)
          if count < 0 { error = errno == EINTR ? 0 : errno } else { written += count }
        }
      }
      if error != 0 { throw failure(error) }
    }

    /// Puts everything on the disk; the old file still stands.
    func close() throws(DataError) {
      var error: Int32 = 0
      if fsync(descriptor) != 0, errno != EINVAL { error = errno }
      if Glibc.close(descriptor) != 0, error == 0 { error = errno }
      descriptor = -1
      if error != 0 { throw failure(error) }
    }

    /// Takes the place of the old file.
    func place() throws(DataError) {
      if rename(temporary.path, url.path) != 0 { throw failure(errno) }
    }

    func finish() throws(DataError) {
      try close()
      try place()
    }

    deinit {
      if descriptor >= 0 { _ = Glibc.close(descriptor) }
      // nothing is there after a rename
      unlink(temporary.path)
    }
  }

  /// Writes beside the target and renames: an interrupted or failed write leaves the old file.
  public static func write(_ bytes: [UInt8], to url: URL) throws(DataError) {
    let file = try Whole(url)
    try file.write(bytes)
    try file.finish()
  }

  /// Writes files that belong together: all are on the disk before the first takes its place, so a
  /// full disk leaves every old file.
  public static func write(together files: [(bytes: [UInt8], path: String)]) throws(DataError) {
    var whole: [Whole] = []
    for (bytes, path) in files {
      let file = try Whole(URL(fileURLWithPath: path))
      try file.write(bytes)
      try file.close()
      whole.append(file)
    }
    for file in whole { try file.place() }
  }

  /// The same of text.
  public static func write(together files: [(text: String, path: String)]) throws(DataError) {
    try write(together: files.map { (bytes: Array($0.text.utf8), path: $0.path) })
  }

  /// Makes a folder and those above it.
  public static func makeFolder(_ url: URL) throws(DataError) {
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    } catch {
      throw DataError(.cannotWrite, "cannot make the folder \(url.path): \(reason(error))")
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
