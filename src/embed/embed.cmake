# Files that are carried in the program.
set(embed_folder ${CMAKE_CURRENT_LIST_DIR})

# Makes SOURCE, a C++ file of the build folder in which FUNCTION, declared in
# HEADER, gives the named files of FOLDER.
function(embed_files source header function folder)
  list(TRANSFORM ARGN PREPEND ${folder}/ OUTPUT_VARIABLE files)
  add_custom_command(
    OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/${source}
    COMMAND Python3::Interpreter ${embed_folder}/embed_files.py ${CMAKE_CURRENT_BINARY_DIR}/${source}
            ${header} ${function} ${folder} ${ARGN}
    DEPENDS ${embed_folder}/embed_files.py ${files}
    VERBATIM)
endfunction()

# The same of a script: ENTRY and the PARTS that it imports, joined to a module.
function(embed_module source header function entry)
  cmake_path(GET entry FILENAME name)
  set(module ${CMAKE_CURRENT_BINARY_DIR}/module/${name})
  file(MAKE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/module)
  add_custom_command(
    OUTPUT ${module}
    COMMAND Python3::Interpreter ${embed_folder}/join_module.py ${CMAKE_CURRENT_SOURCE_DIR}/${entry} ${module}
    DEPENDS ${embed_folder}/join_module.py ${CMAKE_CURRENT_SOURCE_DIR}/${entry} ${ARGN}
    VERBATIM)
  embed_files(${source} ${header} ${function} ${CMAKE_CURRENT_BINARY_DIR}/module ${name})
endfunction()
