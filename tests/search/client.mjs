// The client under test: its parts, or the joined module that SEARCH_CLIENT
// names.
import {setMaxListeners} from 'node:events';
import {pathToFileURL} from 'node:url';

// All files of a query wait for one signal.
setMaxListeners(0);

const {SEARCH_CLIENT} = process.env;
export const {Search, parseQuery} = await import(
    SEARCH_CLIENT ? pathToFileURL(SEARCH_CLIENT).href :
                    '../../src/search/client/search.js');
