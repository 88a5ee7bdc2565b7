-- Names and types of the columns of a file.
DESCRIBE TABLE {file}
