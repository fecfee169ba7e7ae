public import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file seen as memory: pages come in as they are read, and none need be there at once.
///
/// Files of the pack are replaced by renaming, never written into, so that what is mapped stays as it was.
public final class MappedFile: Sendable {
  public let count: Int
  /// A raw pointer is the one property that the compiler cannot vouch for. Tasks may share it: the pages are mapped with
  /// `PROT_READ` alone, so that a write through it would end the process rather than race, and they are given back in `deinit`,
  /// when no task holds the object.
  nonisolated(unsafe) let base: UnsafeRawPointer

  public init(_ url: URL) throws(DataError) {
    let descriptor = open(url.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw DataError(.noInput, "cannot read \(url.path): \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size > 0 else {
      throw DataError(.badData, "cannot read \(url.path): it is empty")
    }
    count = Int(status.st_size)
    guard let base = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), base != MAP_FAILED
    else {
      throw DataError(.noInput, "cannot map \(url.path): \(String(cString: strerror(errno)))")
    }
    self.base = UnsafeRawPointer(base)
    fetch(base, count, write: false)
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: base), count) }

  /// A copy of some of its bytes.
  ///
  /// - Precondition: the range lies inside the file.
  public func bytes(_ range: Range<Int>) -> [UInt8] {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "bytes beyond the file")
    return Array(UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count))
  }
}

/// A new file of a size, written through memory; it appears under its name when it is finished.
///
/// Not to be shared between tasks: who writes from several says why they do not meet.
public final class MappedOutput {
  public let count: Int
  public let base: UnsafeMutableRawPointer
  private let url: URL
  private let temporary: URL

  public init(_ url: URL, count: Int) throws(DataError) {
    (self.url, self.count) = (url, count)
    temporary = url.deletingLastPathComponent()
      .appendingPathComponent(".\(url.lastPathComponent).\(UUID().uuidString).part")
    func failure() -> DataError {
      DataError(.cannotWrite, "cannot write \(url.path): \(String(cString: strerror(errno)))")
    }
    let descriptor = open(temporary.path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    // room on the disc now, not a fault in the middle
    guard posix_fallocate(descriptor, 0, off_t(count)) == 0,
      let base = mmap(nil, count, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0),
      base != MAP_FAILED
    else {
      unlink(temporary.path)
      throw failure()
    }
    self.base = base
    fetch(base, count, write: true)
  }

  public func finish() throws(DataError) {
    guard rename(temporary.path, url.path) == 0 else {
      throw DataError(.cannotWrite, "cannot write \(url.path): \(String(cString: strerror(errno)))")
    }
  }

  deinit {
    munmap(base, count)
    // nothing is there after a rename
    unlink(temporary.path)
  }
}

/// Brings the pages of a mapping in at one go where they are few enough to stay: a fault each costs as much
/// as a sweep. Systems that cannot, do not.
private func fetch(_ base: UnsafeMutableRawPointer, _ count: Int, write: Bool) {
  guard count <= 1 << 30 else { return }
  #if os(Linux)
    // MADV_POPULATE_READ and MADV_POPULATE_WRITE, from Linux 5.14 on
    _ = madvise(base, count, write ? 23 : 22)
  #endif
}
