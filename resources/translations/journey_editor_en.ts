<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CanvasView</name>
    <message numerus="yes">
        <source>Delete %n item(s)</source>
        <translation>
            <numerusform>Delete %n item</numerusform>
            <numerusform>Delete %n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pin %n touch point(s)</source>
        <translation>
            <numerusform>Pin %n touch point</numerusform>
            <numerusform>Pin %n touch points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n touch point(s)</source>
        <translation>
            <numerusform>Move %n touch point</numerusform>
            <numerusform>Move %n touch points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConflictsDialog</name>
    <message numerus="yes">
        <source>%n conflicts are not resolved yet.</source>
        <translation>
            <numerusform>%n conflict is not resolved yet.</numerusform>
            <numerusform>%n conflicts are not resolved yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message numerus="yes">
        <source>{name}, last changed {when} (%n changes)</source>
        <translation>
            <numerusform>{name}, last changed {when} (%n change)</numerusform>
            <numerusform>{name}, last changed {when} (%n changes)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n cells</source>
        <translation>
            <numerusform>Change %n cell</numerusform>
            <numerusform>Change %n cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
</TS>
