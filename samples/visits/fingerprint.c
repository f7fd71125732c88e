/* fingerprint(text): 32-bit FNV-1a, as a module of Python. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static PyObject *fingerprint(PyObject *self, PyObject *arguments) {
  const char *text;
  Py_ssize_t size;
  unsigned long hash = 2166136261u;
  (void)self;
  if (!PyArg_ParseTuple(arguments, "s#", &text, &size)) return NULL;
  for (Py_ssize_t i = 0; i < size; ++i) {
    hash = ((hash ^ (unsigned char)text[i]) * 16777619u) & 0xffffffffu;
  }
  return PyLong_FromUnsignedLong(hash);
}

static PyMethodDef methods[] = {
    {"fingerprint", fingerprint, METH_VARARGS, "32-bit FNV-1a of a text."},
    {NULL, NULL, 0, NULL}};

static struct PyModuleDef module = {
    PyModuleDef_HEAD_INIT, "fingerprint", NULL, -1, methods,
    NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_fingerprint(void) { return PyModule_Create(&module); }
