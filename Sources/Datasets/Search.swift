/// Finds bytes among bytes.
enum Search {
  /// Where the first occurrence of a sequence ends; nil where there is none.
  ///
  /// After Horspool (1980): where the sequence does not match it moves on as far as its last byte's next occurrence allows.
  ///
  /// - Parameter start: where to begin.
  /// - Precondition: the sequence is not empty.
  static func end(of needle: [UInt8], in hay: [UInt8], from start: Int = 0) -> Int? {
    let last = needle.count - 1
    precondition(last >= 0, "nothing to look for")
    var step = [Int](repeating: needle.count, count: 256)
    for (index, byte) in needle.dropLast().enumerated() { step[Int(byte)] = last - index }
    return hay.withUnsafeBufferPointer { hay in
      var end = start + last
      while end < hay.count {
        if hay[end] == needle[last], hay[(end - last)...end].elementsEqual(needle) {
          return end + 1
        }
        end += step[Int(hay[end])]
      }
      return nil
    }
  }
}
