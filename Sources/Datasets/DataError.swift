/// Why a data file cannot be had; the words are shown as they are.
public struct DataError: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String

  public init(_ description: String) { self.description = description }
}
