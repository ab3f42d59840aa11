// What a hand feels of the machine: whatever can be pressed says here that it was, and a soft sound answers.
pragma Singleton
import QtQuick

QtObject {
    signal pressed
}
