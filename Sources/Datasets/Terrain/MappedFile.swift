public import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file seen as memory: pages come in as they are read, and none need be there at once.
///
/// `@unchecked Sendable`: the mapping is private, read-only and lives as long as the object.
public final class MappedFile: @unchecked Sendable {
  public let count: Int
  let base: UnsafeRawPointer

  public init(_ url: URL) throws(DataError) {
    let descriptor = open(url.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw DataError("cannot read \(url.path): \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size > 0 else {
      throw DataError("cannot read \(url.path): it is empty")
    }
    count = Int(status.st_size)
    guard let base = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), base != MAP_FAILED
    else { throw DataError("cannot map \(url.path): \(String(cString: strerror(errno)))") }
    self.base = UnsafeRawPointer(base)
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
