/// Why data cannot be had or kept; the words are shown as they are.
public struct DataError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of thing went wrong: it decides how the program ends, the words do not.
  public enum Kind: String, CaseIterable, Sendable {
    /// Something is there and is not what it should be.
    case badData
    /// A file, a layer or a program that is needed is not there, or cannot be read.
    case noInput
    /// Nothing can be written where it should be.
    case cannotWrite
  }

  public let kind: Kind
  public let description: String

  public init(_ kind: Kind, _ description: String) {
    (self.kind, self.description) = (kind, description)
  }
}
