#ifndef CCATALOGUE_H
#define CCATALOGUE_H

#include <stddef.h>

/// A file of the shipped catalogue: its name and its bytes, which live as long as the program.
typedef struct {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} CatalogueFile;

/// The files of `Catalogue/`, in the order of their names.
///
/// - Parameter index: below `catalogue_file_count()`.
CatalogueFile catalogue_file(size_t index);
size_t catalogue_file_count(void);

#endif
