/// Why a data file cannot be had; the words are shown as they are.
public struct DataError: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String
  /// Whether a file is there and is not what it should be.
  public let isBadData: Bool

  public init(_ description: String, isBadData: Bool = false) {
    (self.description, self.isBadData) = (description, isBadData)
  }
}
