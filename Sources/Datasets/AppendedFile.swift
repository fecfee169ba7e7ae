import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A text file that only grows, by one writer at a time; readers need no lock.
///
/// Rows go to the end in one piece and are on the disk when `append` returns. A full disk leaves the file
/// as it was; a crash in the middle leaves a torn last line, which the next writer finds and cuts.
public final class AppendedFile {
  private let url: URL
  private let descriptor: Int32

  /// Opens, makes if need be, and locks; waits for another writer.
  ///
  /// - Parameter patience: seconds.
  public init(path: String, patience: Double = 10) throws(DataError) {
    url = URL(fileURLWithPath: path)
    descriptor = open(url.path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { throw AppendedFile.failure(url, errno) }
    var waited = 0.0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let code = errno
      guard code == EWOULDBLOCK || code == EINTR, waited < patience else {
        close(descriptor)
        throw code == EWOULDBLOCK
          ? DataError(
            .cannotWrite,
            "cannot write \(url.path): somebody else has been writing for \(Int(patience)) s")
          : AppendedFile.failure(url, code)
      }
      usleep(20_000)
      waited += 0.02
    }
  }

  deinit { close(descriptor) }

  private static func failure(_ url: URL, _ code: Int32) -> DataError {
    DataError(.cannotWrite, "cannot write \(url.path): \(String(cString: strerror(code)))")
  }

  /// Bytes of the file now.
  public func size() throws(DataError) -> Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw AppendedFile.failure(url, errno) }
    return Int(status.st_size)
  }

  /// The bytes from an offset to the end.
  public func tail(from offset: Int) throws(DataError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: max(0, try size() - offset))
    let count = pread(descriptor, &bytes, bytes.count, off_t(offset))
    guard count >= 0 else { throw AppendedFile.failure(url, errno) }
    return Array(bytes.prefix(count))
  }

  /// Cuts the file at an offset.
  public func cut(at offset: Int) throws(DataError) {
    guard ftruncate(descriptor, off_t(offset)) == 0 else { throw AppendedFile.failure(url, errno) }
  }

  /// Adds bytes at the end, all of them or none.
  public func append(_ bytes: [UInt8]) throws(DataError) {
    let end = try size()
    var (written, error) = (0, Int32(0))
    bytes.withUnsafeBytes { buffer in
      while written < buffer.count, error == 0 {
        let count = pwrite(
          descriptor, buffer.baseAddress! + written, buffer.count - written, off_t(end + written))
        if count < 0 { error = errno == EINTR ? 0 : errno } else { written += count }
      }
    }
    if error == 0, fsync(descriptor) != 0, errno != EINVAL { error = errno }
    guard error != 0 else { return }
    _ = ftruncate(descriptor, off_t(end))
    throw AppendedFile.failure(url, error)
  }
}

private func readSome(_ descriptor: Int32, _ buffer: inout [UInt8], _ count: Int) -> Int {
  read(descriptor, &buffer, count)
}

extension Files {
  /// Hands a file over piece by piece: a log may be larger than what should stand in memory.
  ///
  /// - Returns: whether there is such a file.
  public static func stream(
    path: String, piece: Int = 1 << 20, _ body: (UnsafeRawBufferPointer) -> Void
  ) throws(DataError) -> Bool {
    // a link may lead out of the folder, and nobody may ever write to a pipe
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT { return false }
      throw DataError(.noInput, "cannot read \(path): \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw DataError(.noInput, "cannot read \(path): it is not a plain file")
    }
    var buffer = [UInt8](repeating: 0, count: piece)
    while true {
      let count = readSome(descriptor, &buffer, piece)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else {
        throw DataError(.noInput, "cannot read \(path): \(String(cString: strerror(errno)))")
      }
      if count == 0 { return true }
      buffer.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }
  }

  /// Some bytes of a file; fewer where it ends.
  public static func bytes(_ range: Range<Int>, path: String) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: range.count)
    let count = pread(descriptor, &bytes, bytes.count, off_t(range.lowerBound))
    return Array(bytes.prefix(max(0, count)))
  }
}
