internal import CCatalogue
internal import Scenarios

/// The shipped catalogue: what `catalogue: builtin:` stands for.
///
/// The files of `Catalogue/` as they are, so that an analyst reads and overrides them as any other catalogue file.
enum Builtin {
  static let files: [TextFile] = (0..<catalogue_file_count()).map { index in
    let file = catalogue_file(index)
    return TextFile(
      name: "builtin:" + String(cString: file.name),
      bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.count)))
  }
}
